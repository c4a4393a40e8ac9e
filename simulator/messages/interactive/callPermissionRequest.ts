import { z } from 'zod';
import { body, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions */
export const callPermissionRequest = interactive('call_permission_request', {
	body: body().optional(),
	action: z.strictObject({ name: z.literal('call_permission_request') }),
});

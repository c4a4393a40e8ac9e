import type { Operation } from '../../operation';
import { overrideRequest, overrideScopeFields } from './overrideScope';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#delete-phone-number-alternate-callback */
export const operation: Operation = {
	displayName: 'Remove Override',
	action: 'Remove a webhook override',
	description:
		"Remove the webhook override of a number or of a WhatsApp Business Account. The webhooks then go to the account's override, or else to the app's callback URL.",
	fields: overrideScopeFields(),
	request: (parameters, account) => overrideRequest(parameters, account),
};

import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage */
export const noStorageField: INodeProperties = {
	displayName: 'Store No Messages',
	name: 'noStorage',
	type: 'boolean',
	default: false,
	description: `Whether Meta keeps messages and files for at most ${limits.noStorageMinutes} minutes. What cannot be delivered in this time, to people or to your webhook, is lost.`,
};

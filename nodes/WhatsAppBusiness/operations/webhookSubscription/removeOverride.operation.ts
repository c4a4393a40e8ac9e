import type { Operation } from '../../operation';
import { overrideRequest, overrideScopeFields } from './overrideScope';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#delete-phone-number-alternate-callback */
export const operation: Operation = {
	displayName: 'Remove Override',
	action: 'Remove a webhook override',
	description:
		"Take away the webhook address of a number or of a WhatsApp Business Account, so that the webhooks go to the next wider one: the account's, then the app's",
	fields: overrideScopeFields(),
	request: (parameters, account) => overrideRequest(parameters, account),
};

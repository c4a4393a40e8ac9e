import type { Operation } from '../../operation';
import { overrideFields, readOverride } from '../../fields/webhookOverride';
import { overrideRequest, overrideScopeFields } from './overrideScope';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override */
export const operation: Operation = {
	displayName: 'Set Override',
	action: 'Set a webhook override',
	description:
		"Send the webhooks of a number or of a WhatsApp Business Account to an address of their own instead of the app's. It takes the place of the address a trigger has set there.",
	fields: overrideScopeFields(overrideFields),
	request: (parameters, account) => overrideRequest(parameters, account, readOverride(parameters)),
};

import type { Operation } from '../../operation';
import { overrideFields, readOverride } from '../../fields/webhookOverride';
import { overrideRequest, overrideScopeFields } from './overrideScope';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override */
export const operation: Operation = {
	displayName: 'Set Override',
	action: 'Set a webhook override',
	description:
		"Send the webhooks of a number or of a WhatsApp Business Account to another callback URL than the app's. This replaces the override of a trigger.",
	fields: overrideScopeFields(overrideFields),
	request: (parameters, account) => overrideRequest(parameters, account, readOverride(parameters)),
};

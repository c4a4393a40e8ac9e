import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import { readRedirectUrl, redirectUrlField } from './oauthLink';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis */
export const operation: Operation = {
	displayName: 'Create OAuth Link',
	action: 'Create an OAuth link of a payment configuration',
	description:
		'Create a new link to connect a payment configuration to its payment gateway, for example when the one from Create has expired',
	fields: [configurationNameField, optionsField([redirectUrlField, wabaField])],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readWaba(parameters, account)}/generate_payment_configuration_oauth_link`,
		on: 'waba',
		body: {
			configuration_name: readConfigurationName(parameters),
			redirect_url: readRedirectUrl(parameters.group('options')),
		},
		// Another link does no harm.
		idempotent: true,
	}),
};

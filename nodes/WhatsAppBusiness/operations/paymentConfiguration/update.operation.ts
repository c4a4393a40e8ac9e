import { path } from '../../../graphApi/path';
import { readHttpsUrl } from '../../fields/httpsUrl';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis#link-or-update-data-endpoint */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a payment configuration',
	description:
		'Set the data endpoint of a payment configuration, which WhatsApp asks for coupons, shipping and stock of checkout button templates',
	fields: [
		configurationNameField,
		{
			displayName: 'Data Endpoint URL',
			name: 'dataEndpointUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/checkout',
			description:
				'URL that WhatsApp calls while a person checks out. It must begin with https://.',
		},
		optionsField([wabaField]),
	],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readWaba(parameters, account)}/payment_configuration/${readConfigurationName(parameters)}`,
		on: 'waba',
		body: { data_endpoint_url: readHttpsUrl(parameters, 'dataEndpointUrl') },
		idempotent: true,
	}),
};

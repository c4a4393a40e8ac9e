import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a payment configuration',
	description: 'Delete a payment configuration. Orders that name it can no longer be paid.',
	fields: [configurationNameField, optionsField([wabaField])],
	request: (parameters, account) => ({
		method: 'DELETE',
		path: path`/${readWaba(parameters, account)}/payment_configuration`,
		on: 'waba',
		body: { configuration_name: readConfigurationName(parameters) },
	}),
};

import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a payment configuration',
	description: 'Get the status of a payment configuration, its payment gateway and its codes',
	fields: [configurationNameField, optionsField([wabaField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}/payment_configuration/${readConfigurationName(parameters)}`,
		on: 'waba',
	}),
	output: ({ data }) => asObjects<IDataObject>(data)[0] ?? {},
};

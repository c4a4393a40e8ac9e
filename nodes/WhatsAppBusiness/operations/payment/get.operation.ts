import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import type { Operation } from '../../operation';
import { readReference, referenceField } from './orderReference';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get the payment of an order',
	description:
		'Get whether an order has been paid, with its transactions and refunds. Check it before you ship: Meta advises not to rely on the webhook alone.',
	fields: [configurationNameField, referenceField, optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/payments/${readConfigurationName(parameters)}/${readReference(parameters)}`,
		on: 'phoneNumber',
	}),
	output: ({ payments }) => asObjects<IDataObject>(payments)[0] ?? {},
};

import { path } from '../../../graphApi/path';
import { amount, amountField, readHundredths } from '../../fields/amount';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import type { Operation } from '../../operation';
import { readReference, referenceField } from './orderReference';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export const operation: Operation = {
	displayName: 'Refund',
	action: 'Refund the payment of an order',
	description: 'Give money back for an order that was paid through a payment gateway',
	fields: [
		configurationNameField,
		referenceField,
		amountField('Amount', 'amount', {
			required: true,
			description: 'Amount in Indian rupees, e.g. 12.34. It may be less than was paid.',
		}),
		optionsField([
			phoneNumberField,
			{
				displayName: 'Speed',
				name: 'speed',
				type: 'options',
				options: [
					{ name: 'Instant', value: 'instant' },
					{ name: 'Normal', value: 'normal' },
				],
				default: 'normal',
				description: 'How fast to pay it back. The payment gateway has the last word.',
			},
		]),
	],
	request(parameters, account) {
		const { value, offset } = amount(readHundredths(parameters, 'amount'));
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/payments_refund`,
			on: 'phoneNumber',
			body: {
				reference_id: readReference(parameters),
				speed: parameters.group('options').optionalChoice('speed'),
				payment_config_id: readConfigurationName(parameters),
				amount: { currency: 'INR', value: String(value), offset: String(offset) },
			},
		};
	},
};

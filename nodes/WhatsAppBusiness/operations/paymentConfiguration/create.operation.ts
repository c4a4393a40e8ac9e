import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { configurationNameField, readConfigurationName } from '../../fields/paymentConfiguration';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { readRedirectUrl, redirectUrlField } from './oauthLink';

const upi = 'upi_vpa';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a payment configuration',
	description:
		'Create a payment configuration. For a payment gateway, the output has a link with which the business connects its account there.',
	fields: [
		configurationNameField,
		{
			displayName: 'Provider',
			name: 'provider',
			type: 'options',
			options: [
				{ name: 'BillDesk', value: 'billdesk' },
				{ name: 'PayU', value: 'payu' },
				{ name: 'Razorpay', value: 'razorpay' },
				{ name: 'UPI Handle', value: upi, description: 'Payments go to a UPI handle directly' },
				{ name: 'Zaakpay', value: 'zaakpay' },
			],
			default: 'razorpay',
			description: 'Who processes the payments',
		},
		{
			displayName: 'UPI Handle',
			name: 'merchantVpa',
			type: 'string',
			required: true,
			displayOptions: { show: { provider: [upi] } },
			default: '',
			placeholder: 'e.g. luckyshrub@bank',
			description: 'UPI handle (VPA) of your business',
		},
		optionsField([
			{
				displayName: 'Merchant Category Code',
				name: 'merchantCategoryCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 5992',
				description: 'Four digits for the kind of business (MCC)',
			},
			{
				displayName: 'Purpose Code',
				name: 'purposeCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 00',
				description: 'Two digits for the purpose of the payments',
			},
			{ ...redirectUrlField, displayOptions: { hide: { '/provider': [upi] } } },
			wabaField,
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const provider = parameters.choice('provider');
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/payment_configuration`,
			on: 'waba',
			body: {
				configuration_name: readConfigurationName(parameters),
				purpose_code: readCode(options, 'purposeCode', 2),
				merchant_category_code: readCode(options, 'merchantCategoryCode', 4),
				provider_name: provider,
				...(provider === upi
					? { merchant_vpa: readUpiHandle(parameters) }
					: { redirect_url: readRedirectUrl(options) }),
			},
		};
	},
};

function readCode(options: Parameters, name: string, digits: number): string | undefined {
	const regex = digits === 2 ? /^\d{2}$/ : /^\d{4}$/;
	return options.optionalText(name, {
		convert: (code) => code.trim(),
		pattern: { regex, description: `${digits} digits` },
	});
}

function readUpiHandle(parameters: Parameters): string {
	return parameters.text('merchantVpa', {
		convert: (handle) => handle.trim(),
		pattern: { regex: /^[^\s@]+@[^\s@]+$/, description: 'like name@bank' },
	});
}

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const configurationName = 'test-payment-configuration';
const path = `/${business.waba.id}/payment_configuration`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { configurationName },
		request: {
			method: 'POST',
			path,
			body: { configuration_name: configurationName, provider_name: 'razorpay' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			configurationName: ` ${configurationName} `,
			provider: 'payu',
			options: {
				purposeCode: '00',
				merchantCategoryCode: ' 0000 ',
				redirectUrl: 'https://test-redirect-url.com',
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				configuration_name: configurationName,
				purpose_code: '00',
				merchant_category_code: '0000',
				provider_name: 'payu',
				redirect_url: 'https://test-redirect-url.com',
			},
		},
	},
	{
		name: 'a UPI handle',
		parameters: {
			configurationName,
			provider: 'upi_vpa',
			merchantVpa: ' test-upi-merchant-vpa@test ',
			options: { purposeCode: '00', merchantCategoryCode: '0000' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				configuration_name: configurationName,
				purpose_code: '00',
				merchant_category_code: '0000',
				provider_name: 'upi_vpa',
				merchant_vpa: 'test-upi-merchant-vpa@test',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing name', parameters: {}, message: /'Payment Configuration' is empty/ },
	{
		name: 'a provider that does not exist',
		parameters: { configurationName, provider: 'stripe' },
		message: /'Provider' has a value that does not exist/,
	},
	{
		name: 'a missing UPI handle',
		parameters: { configurationName, provider: 'upi_vpa' },
		message: /'UPI Handle' is empty/,
	},
	{
		name: 'a UPI handle without bank',
		parameters: { configurationName, provider: 'upi_vpa', merchantVpa: 'luckyshrub' },
		message: /'UPI Handle' has the wrong format/,
	},
	{
		name: 'a category code in words',
		parameters: { configurationName, options: { merchantCategoryCode: 'florist' } },
		message: /'Merchant Category Code' has the wrong format/,
	},
	{
		name: 'a purpose code of three digits',
		parameters: { configurationName, options: { purposeCode: '000' } },
		message: /'Purpose Code' has the wrong format/,
	},
	{
		name: 'a redirect URL without scheme',
		parameters: { configurationName, options: { redirectUrl: 'example.com' } },
		message: /'Redirect URL' is not a valid URL/,
	},
];

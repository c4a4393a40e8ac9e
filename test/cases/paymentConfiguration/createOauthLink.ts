import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const configurationName = business.paymentConfiguration;
const path = `/${business.waba.id}/generate_payment_configuration_oauth_link`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { configurationName },
		request: { method: 'POST', path, body: { configuration_name: configurationName } },
	},
	{
		name: 'fullest',
		parameters: {
			configurationName,
			options: {
				redirectUrl: 'https://test-redirect-url.com',
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				configuration_name: configurationName,
				redirect_url: 'https://test-redirect-url.com',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing name', parameters: {}, message: /'Payment Configuration' is empty/ },
	{
		name: 'a redirect URL without scheme',
		parameters: { configurationName, options: { redirectUrl: 'example.com' } },
		message: /'Redirect URL' is not a valid URL/,
	},
];

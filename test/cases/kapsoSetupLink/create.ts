import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const customer = byId(kapsoIds.customer);
const request = platformCall('POST', `/customers/${kapsoIds.customer}/setup_links`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { customer }, request: { ...request, body: { setup_link: {} } } },
	{
		name: 'fullest',
		parameters: {
			customer,
			options: {
				areaCode: '415',
				connectionTypes: ['dedicated'],
				countries: 'us, BR',
				failureUrl: 'https://app.example.com/no',
				language: 'en',
				provideNumber: true,
				reconnectNumber: '106540352242922',
				successUrl: 'https://app.example.com/ok',
				theme: '{"primary_color": "#3b82f6"}',
			},
		},
		request: {
			...request,
			body: {
				setup_link: {
					success_redirect_url: 'https://app.example.com/ok',
					failure_redirect_url: 'https://app.example.com/no',
					language: 'en',
					allowed_connection_types: ['dedicated'],
					provision_phone_number: true,
					phone_number_country_isos: ['US', 'BR'],
					phone_number_area_code: '415',
					theme_config: { primary_color: '#3b82f6' },
					reconnect_phone_number: '106540352242922',
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no customer', parameters: {}, message: /^'Customer' is empty$/ },
	{
		name: 'a page that is no URL',
		parameters: { customer, options: { successUrl: 'app.example.com' } },
		message: /'Success URL' is not a valid URL$/,
	},
	{
		name: 'the name of a country',
		parameters: { customer, options: { countries: 'Brazil' } },
		message: /'Countries' contains an invalid country code$/,
	},
	{
		name: 'an area code with letters',
		parameters: { customer, options: { areaCode: 'SF' } },
		message: /'Area Code' has the wrong format$/,
	},
];

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const configurationName = business.paymentConfiguration;
const dataEndpointUrl = 'https://test-data-endpoint-url.com';
const request: RequestCase['request'] = {
	method: 'POST',
	path: `/${business.waba.id}/payment_configuration/${configurationName}`,
	body: { data_endpoint_url: dataEndpointUrl },
};

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { configurationName, dataEndpointUrl }, request },
	{
		name: 'fullest',
		parameters: {
			configurationName,
			dataEndpointUrl: ` ${dataEndpointUrl} `,
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request,
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing name',
		parameters: { dataEndpointUrl },
		message: /'Payment Configuration' is empty/,
	},
	{
		name: 'a missing URL',
		parameters: { configurationName },
		message: /'Data Endpoint URL' is empty/,
	},
	{
		name: 'a URL without encryption',
		parameters: { configurationName, dataEndpointUrl: 'http://example.com' },
		message: /'Data Endpoint URL' does not begin with https/,
	},
];

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/payment_configuration`;
const request = (configuration_name: string): RequestCase['request'] => ({
	method: 'DELETE',
	path,
	body: { configuration_name },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { configurationName: business.upiConfiguration },
		request: request(business.upiConfiguration),
	},
	{
		name: 'fullest',
		parameters: {
			configurationName: business.paymentConfiguration,
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: request(business.paymentConfiguration),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing name', parameters: {}, message: /'Payment Configuration' is empty/ },
];

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = (name: string) => `/${business.waba.id}/payment_configuration/${name}`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { configurationName: business.upiConfiguration },
		request: { method: 'GET', path: path(business.upiConfiguration) },
	},
	{
		name: 'fullest',
		parameters: {
			configurationName: ` ${business.paymentConfiguration} `,
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: { method: 'GET', path: path(business.paymentConfiguration) },
	},
	{
		name: 'a name with other characters',
		parameters: { configurationName: 'shop/one' },
		request: { method: 'GET', path: path('shop%2Fone') },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing name', parameters: {}, message: /'Payment Configuration' is empty/ },
	{
		name: 'a name that is too long',
		parameters: { configurationName: 'x'.repeat(61) },
		message: /'Payment Configuration' has 61 characters/,
	},
	...['50%', 'shop\\one', '..', '../shop', 'shop/..', 'shop/./one'].map((name) => ({
		name: `the name ${name}, which no path can hold`,
		parameters: { configurationName: name },
		message: /'Payment Configuration' has the wrong format/,
	})),
];

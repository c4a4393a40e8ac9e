import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = {
	method: 'GET',
	base: 'platform',
	path: `/customers/${kapsoIds.customer}`,
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { customer: byId(kapsoIds.customer) }, request },
	{
		name: 'fullest',
		parameters: { customer: { __rl: true, mode: 'list', value: kapsoIds.customer } },
		request,
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no customer', parameters: {}, message: /^'Customer' is empty$/ },
	{
		name: 'the ID of the own system',
		parameters: { customer: byId('C-1001') },
		message: /^'Customer' is not an ID of Kapso$/,
	},
];

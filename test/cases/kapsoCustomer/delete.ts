import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('DELETE', `/customers/${kapsoIds.customer}`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { customer: byId(kapsoIds.customer) }, request },
	{
		name: 'fullest',
		parameters: { customer: { __rl: true, mode: 'list', value: kapsoIds.customer } },
		request,
	},
];

export const rejected: RejectedCase[] = rejectedIds('customer', 'Customer', 'C-1001');

import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const customer = byId(kapsoIds.customer);
const list = platformCall('GET', `/customers/${kapsoIds.customer}/setup_links`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { customer }, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: { customer, returnAll: true, simplify: false },
		request: { ...list, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no customer', parameters: {}, message: /^'Customer' is empty$/ },
];

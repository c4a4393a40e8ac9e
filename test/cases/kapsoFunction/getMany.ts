import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const list = platformCall('GET', '/functions');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: { returnAll: true, simplify: false },
		request: { ...list, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of none', parameters: { limit: 0 }, message: /^'Limit' is out of range$/ },
];

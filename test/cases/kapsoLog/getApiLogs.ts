import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const list = platformCall('GET', '/api_logs');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { limit: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: { endpoint: ' customers ', errorsOnly: false, httpStatus: 200, period: '30d' },
			simplify: false,
		},
		request: {
			...list,
			query: { limit: 100, endpoint: 'customers', status_code: 200, period: '30d' },
		},
	},
	{
		name: 'errors',
		parameters: { limit: 3, filters: { errorsOnly: true } },
		request: { ...list, query: { limit: 3, errors_only: true } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a status that HTTP does not have',
		parameters: { filters: { httpStatus: 1000 } },
		message: /'HTTP Status' is out of range$/,
	},
	{
		name: 'a period that Kapso does not know',
		parameters: { filters: { period: '1h' } },
		message: /'Period'/,
	},
];

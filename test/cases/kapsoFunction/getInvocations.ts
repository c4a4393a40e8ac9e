import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const chosen = { function: byId(kapsoIds.function) };
const list = platformCall('GET', `/functions/${kapsoIds.function}/invocations`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { ...chosen },
		request: { ...list, query: { limit: 20 } },
	},
	{
		name: 'fullest',
		parameters: { ...chosen, limit: 5, filters: { status: 'success' }, simplify: false },
		request: { ...list, query: { limit: 5, status: 'success' } },
	},
	{
		name: 'all that Kapso gives',
		parameters: { ...chosen, returnAll: true },
		request: { ...list, query: { limit: 20 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no function', parameters: {}, message: /^'Function' is empty$/ },
	{
		name: 'a limit of none',
		parameters: { ...chosen, limit: 0 },
		message: /^'Limit' is out of range$/,
	},
	{
		name: 'an unknown status',
		parameters: { ...chosen, filters: { status: 'slow' } },
		message: /'Status'/,
	},
];

import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const list = platformCall('GET', `/whatsapp/flows/${kapsoIds.flow}/function_invocations`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { kapsoFlow },
		request: { ...list, query: { limit: 20 } },
	},
	{
		name: 'fullest',
		parameters: { kapsoFlow, limit: 5, filters: { status: 'success' }, simplify: false },
		request: { ...list, query: { limit: 5, status: 'success' } },
	},
	{
		name: 'all that Kapso gives',
		parameters: { kapsoFlow, returnAll: true },
		request: { ...list, query: { limit: 20 } },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedIds('kapsoFlow', 'Flow', '594425479261596'),
	{
		name: 'a limit of none',
		parameters: { kapsoFlow, limit: 0 },
		message: /^'Limit' is out of range$/,
	},
	{
		name: 'an unknown status',
		parameters: { kapsoFlow, filters: { status: 'slow' } },
		message: /'Status'/,
	},
];

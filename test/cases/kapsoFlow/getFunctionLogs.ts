import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const list = platformCall('GET', `/whatsapp/flows/${kapsoIds.flow}/function_logs`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { kapsoFlow }, request: { ...list, query: { limit: 50 } } },
	{
		name: 'fullest',
		parameters: { kapsoFlow, limit: 5, simplify: false },
		request: { ...list, query: { limit: 5 } },
	},
	{
		name: 'all that Kapso gives',
		parameters: { kapsoFlow, returnAll: true },
		request: { ...list, query: { limit: 50 } },
	},
	{
		name: 'more than Kapso gives',
		parameters: { kapsoFlow, limit: 51 },
		request: { ...list, query: { limit: 50 } },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedIds('kapsoFlow', 'Flow', '594425479261596'),
	{
		name: 'a limit of none',
		parameters: { kapsoFlow, limit: 0 },
		message: /^'Limit' is out of range$/,
	},
];

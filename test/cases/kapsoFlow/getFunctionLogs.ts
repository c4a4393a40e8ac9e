import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const list = {
	method: 'GET',
	base: 'platform',
	path: `/whatsapp/flows/${kapsoIds.flow}/function_logs`,
} as const;

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
	{ name: 'no Flow', parameters: {}, message: /^'Flow' is empty$/ },
	{
		name: "Meta's ID of a Flow",
		parameters: { kapsoFlow: byId('594425479261596') },
		message: /^'Flow' is not an ID of Kapso$/,
	},
	{
		name: 'a limit of none',
		parameters: { kapsoFlow, limit: 0 },
		message: /^'Limit' is out of range$/,
	},
];

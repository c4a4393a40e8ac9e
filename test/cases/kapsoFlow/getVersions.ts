import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const list = {
	method: 'GET',
	base: 'platform',
	path: `/whatsapp/flows/${kapsoIds.flow}/versions`,
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { kapsoFlow }, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: { kapsoFlow, returnAll: true, simplify: false },
		request: { ...list, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no Flow', parameters: {}, message: /^'Flow' is empty$/ },
	{
		name: "Meta's ID of a Flow",
		parameters: { kapsoFlow: byId('594425479261596') },
		message: /^'Flow' is not an ID of Kapso$/,
	},
];

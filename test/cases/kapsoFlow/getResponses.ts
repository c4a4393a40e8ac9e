import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const list = platformCall('GET', `/whatsapp/flows/${kapsoIds.flow}/responses`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { kapsoFlow }, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: { kapsoFlow, returnAll: true },
		request: { ...list, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = rejectedIds('kapsoFlow', 'Flow', '594425479261596');

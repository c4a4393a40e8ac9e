import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);

export const cases: RequestCase[] = ['smallest', 'fullest'].map((name) => ({
	name,
	parameters: { kapsoFlow },
	request: platformCall('POST', `/whatsapp/flows/${kapsoIds.flow}/data_endpoint/deploy`),
}));

export const rejected: RejectedCase[] = rejectedIds('kapsoFlow', 'Flow', '594425479261596');

import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const broadcast = byId(kapsoIds.broadcast);
const list = platformCall('GET', `/whatsapp/broadcasts/${kapsoIds.broadcast}/recipients`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { broadcast }, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: { broadcast, returnAll: true, simplify: false },
		request: { ...list, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no broadcast', parameters: {}, message: /^'Broadcast' is empty$/ },
];

import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('POST', `/whatsapp/broadcasts/${kapsoIds.broadcast}/send`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { broadcast: byId(kapsoIds.broadcast) }, request },
	{
		name: 'fullest',
		parameters: { broadcast: { __rl: true, mode: 'list', value: kapsoIds.broadcast } },
		request,
	},
];

export const rejected: RejectedCase[] = rejectedIds('broadcast', 'Broadcast', 'June');

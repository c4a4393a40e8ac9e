import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('GET', `/whatsapp/broadcasts/${kapsoIds.broadcast}`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { broadcast: byId(kapsoIds.broadcast) }, request },
	{
		name: 'fullest',
		parameters: { broadcast: { __rl: true, mode: 'list', value: kapsoIds.broadcast } },
		request,
	},
];

export const rejected: RejectedCase[] = rejectedIds('broadcast', 'Broadcast', 'June');

import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('POST', `/whatsapp/broadcasts/${kapsoIds.scheduledBroadcast}/cancel`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { broadcast: byId(kapsoIds.scheduledBroadcast) }, request },
	{
		name: 'fullest',
		parameters: { broadcast: { __rl: true, mode: 'list', value: kapsoIds.scheduledBroadcast } },
		request,
	},
];

export const rejected: RejectedCase[] = rejectedIds('broadcast', 'Broadcast', 'June');

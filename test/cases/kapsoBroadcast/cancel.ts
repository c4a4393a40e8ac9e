import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = {
	method: 'POST',
	base: 'platform',
	path: `/whatsapp/broadcasts/${kapsoIds.scheduledBroadcast}/cancel`,
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { broadcast: byId(kapsoIds.scheduledBroadcast) }, request },
	{
		name: 'fullest',
		parameters: { broadcast: { __rl: true, mode: 'list', value: kapsoIds.scheduledBroadcast } },
		request,
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no broadcast', parameters: {}, message: /^'Broadcast' is empty$/ },
	{
		name: 'its name',
		parameters: { broadcast: byId('June') },
		message: /^'Broadcast' is not an ID of Kapso$/,
	},
];

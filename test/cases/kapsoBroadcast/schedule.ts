import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const broadcast = byId(kapsoIds.broadcast);
const request = platformCall('POST', `/whatsapp/broadcasts/${kapsoIds.broadcast}/schedule`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { broadcast, sendAt: '2100-06-01T09:00:00Z' },
		request: { ...request, body: { scheduled_at: '2100-06-01T09:00:00.000Z' } },
	},
	{
		name: 'fullest',
		// In the time zone of the workflow.
		parameters: { broadcast, sendAt: '2100-06-01T09:00:00' },
		request: { ...request, body: { scheduled_at: '2100-06-01T07:00:00.000Z' } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no time', parameters: { broadcast }, message: /^'Send At' is empty$/ },
	{
		name: 'what is no time',
		parameters: { broadcast, sendAt: 'tomorrow' },
		message: /^'Send At' /,
	},
	{
		name: 'no broadcast',
		parameters: { sendAt: '2100-06-01T09:00:00Z' },
		message: /^'Broadcast' is empty$/,
	},
];

import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id), webhook: byId(kapsoIds.webhook) },
		request: {
			...platformCall('POST', `/whatsapp/webhooks/${kapsoIds.webhook}/test`),
			query: { event_type: 'whatsapp.message.received' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			scope: 'project',
			webhook: byId(kapsoIds.projectWebhook),
			projectEvent: 'whatsapp.phone_number.deleted',
		},
		request: {
			...platformCall('POST', `/whatsapp/webhooks/${kapsoIds.projectWebhook}/test`),
			query: { event_type: 'whatsapp.phone_number.deleted' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no webhook', parameters: {}, message: /^'Webhook' is empty$/ },
	{
		name: 'an unknown event',
		parameters: { webhook: byId(kapsoIds.webhook), event: 'message' },
		message: /^'Event' has a value that does not exist$/,
	},
];

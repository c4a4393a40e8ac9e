import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const list = platformCall('GET', '/webhook_deliveries');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { limit: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				deliveryStatus: 'pending',
				errorsOnly: false,
				event: 'whatsapp.message.received',
				period: '7d',
				webhook: byId(kapsoIds.calledWebhook),
			},
			simplify: false,
		},
		request: {
			...list,
			query: {
				limit: 100,
				status: 'pending',
				event: 'whatsapp.message.received',
				webhook_id: kapsoIds.calledWebhook,
				period: '7d',
			},
		},
	},
	{
		name: 'errors',
		parameters: { filters: { errorsOnly: true } },
		request: { ...list, query: { limit: 50, errors_only: true } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a webhook that is none of Kapso',
		parameters: { filters: { webhook: byId('1') } },
		message: /'Webhook' is not an ID of Kapso$/,
	},
	{
		name: 'an unknown status',
		parameters: { filters: { deliveryStatus: 'lost' } },
		message: /'Delivery Status'/,
	},
];

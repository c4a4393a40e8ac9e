import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const phoneNumber = byId(number.id);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber, webhook: byId(kapsoIds.webhook) },
		request: platformCall(
			'DELETE',
			`/whatsapp/phone_numbers/${number.id}/webhooks/${kapsoIds.webhook}`,
		),
	},
	{
		name: 'fullest',
		parameters: { scope: 'project', webhook: byId(kapsoIds.projectWebhook) },
		request: platformCall('DELETE', `/whatsapp/webhooks/${kapsoIds.projectWebhook}`),
	},
];

export const rejected: RejectedCase[] = [
	...rejectedIds('webhook', 'Webhook', 'https://example.com', { phoneNumber }),
	{
		name: 'no number',
		parameters: { webhook: byId(kapsoIds.webhook) },
		message: /^'Phone Number' is empty$/,
	},
];

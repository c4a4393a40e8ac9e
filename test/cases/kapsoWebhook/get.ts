import { business } from '../../../simulator/business';
import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const phoneNumber = byId(number.id);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber, webhook: byId(kapsoIds.webhook) },
		request: {
			method: 'GET',
			base: 'platform',
			path: `/whatsapp/phone_numbers/${number.id}/webhooks/${kapsoIds.webhook}`,
		},
	},
	{
		name: 'fullest',
		parameters: { scope: 'project', webhook: byId(kapsoIds.projectWebhook), simplify: false },
		request: {
			method: 'GET',
			base: 'platform',
			path: `/whatsapp/webhooks/${kapsoIds.projectWebhook}`,
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no webhook', parameters: { phoneNumber }, message: /^'Webhook' is empty$/ },
	{
		name: 'no number',
		parameters: { webhook: byId(kapsoIds.webhook) },
		message: /^'Phone Number' is empty$/,
	},
	{
		name: 'a URL',
		parameters: { phoneNumber, webhook: byId('https://example.com') },
		message: /^'Webhook' is not an ID of Kapso$/,
	},
];

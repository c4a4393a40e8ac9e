import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const chosen = { phoneNumber: byId(number.id), webhook: byId(kapsoIds.webhook) };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { ...chosen, updateFields: { active: false } },
		request: {
			...platformCall('PATCH', `/whatsapp/phone_numbers/${number.id}/webhooks/${kapsoIds.webhook}`),
			body: { whatsapp_webhook: { active: false } },
		},
	},
	{
		name: 'fullest',
		parameters: {
			...chosen,
			updateFields: {
				webhookUrl: 'https://example.com/new',
				events: ['whatsapp.message.read'],
				active: true,
				buffer: false,
				headers: { 'X-Team': 'sales' },
				inactivityMinutes: 1,
				payloadVersion: 'v2',
				secretKey: 's3cret',
			},
		},
		request: {
			...platformCall('PATCH', `/whatsapp/phone_numbers/${number.id}/webhooks/${kapsoIds.webhook}`),
			body: {
				whatsapp_webhook: {
					url: 'https://example.com/new',
					events: ['whatsapp.message.read'],
					active: true,
					payload_version: 'v2',
					secret_key: 's3cret',
					headers: { 'X-Team': 'sales' },
					buffer_enabled: false,
					inactivity_minutes: 1,
				},
			},
		},
	},
	{
		name: 'of the project',
		parameters: {
			scope: 'project',
			webhook: byId(kapsoIds.projectWebhook),
			updateFields: { projectEvents: ['whatsapp.phone_number.deleted'] },
		},
		request: {
			...platformCall('PATCH', `/whatsapp/webhooks/${kapsoIds.projectWebhook}`),
			body: { whatsapp_webhook: { events: ['whatsapp.phone_number.deleted'] } },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no change', parameters: chosen, message: /^'Update Fields' is empty$/ },
	{
		name: 'no webhook',
		parameters: { phoneNumber: chosen.phoneNumber, updateFields: { active: true } },
		message: /^'Webhook' is empty$/,
	},
	{
		name: 'no event',
		parameters: { ...chosen, updateFields: { events: [] } },
		message: /'Events' is empty$/,
	},
	{
		name: 'a URL without encryption',
		parameters: { ...chosen, updateFields: { webhookUrl: 'http://example.com' } },
		message: /'URL' does not begin with https:\/\/$/,
	},
];

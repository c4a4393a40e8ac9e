import { business } from '../../../simulator/business';
import { byId, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const phoneNumber = byId(number.id);
const webhookUrl = 'https://example.com/kapso';
const ofNumber = platformCall('POST', `/whatsapp/phone_numbers/${number.id}/webhooks`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber, webhookUrl },
		request: {
			...ofNumber,
			body: {
				whatsapp_webhook: {
					url: 'https://example.com/kapso',
					kind: 'kapso',
					events: ['whatsapp.message.received'],
				},
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			phoneNumber,
			webhookUrl: ' https://example.com/kapso ',
			kind: 'kapso',
			events: ['whatsapp.message.received', 'whatsapp.conversation.inactive'],
			options: {
				active: false,
				buffer: true,
				bufferSize: 100,
				bufferWindow: 60,
				headers: '{"X-Team": "support"}',
				inactivityMinutes: 1440,
				payloadVersion: 'v1',
				secretKey: 's3cret',
			},
		},
		request: {
			...ofNumber,
			body: {
				whatsapp_webhook: {
					url: 'https://example.com/kapso',
					kind: 'kapso',
					events: ['whatsapp.message.received', 'whatsapp.conversation.inactive'],
					active: false,
					payload_version: 'v1',
					secret_key: 's3cret',
					headers: { 'X-Team': 'support' },
					buffer_enabled: true,
					buffer_events: ['whatsapp.message.received'],
					buffer_window_seconds: 60,
					max_buffer_size: 100,
					inactivity_minutes: 1440,
				},
			},
		},
	},
	{
		name: "Meta's webhooks, for which no events are chosen",
		parameters: { phoneNumber, webhookUrl, kind: 'meta' },
		request: {
			...ofNumber,
			body: { whatsapp_webhook: { url: 'https://example.com/kapso', kind: 'meta' } },
		},
	},
	{
		name: 'of the project',
		parameters: {
			scope: 'project',
			webhookUrl,
			projectEvents: ['whatsapp.phone_number.created', 'workflow.execution.handoff'],
		},
		request: {
			...platformCall('POST', '/whatsapp/webhooks'),
			body: {
				whatsapp_webhook: {
					url: 'https://example.com/kapso',
					kind: 'kapso',
					events: ['whatsapp.phone_number.created', 'workflow.execution.handoff'],
				},
			},
		},
	},
	{
		name: 'a window alone turns the buffer on',
		parameters: { phoneNumber, webhookUrl, options: { bufferWindow: 10 } },
		request: {
			...ofNumber,
			body: {
				whatsapp_webhook: {
					url: 'https://example.com/kapso',
					kind: 'kapso',
					events: ['whatsapp.message.received'],
					buffer_enabled: true,
					buffer_events: ['whatsapp.message.received'],
					buffer_window_seconds: 10,
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no number', parameters: { webhookUrl }, message: /^'Phone Number' is empty$/ },
	{ name: 'no URL', parameters: { phoneNumber }, message: /^'URL' is empty$/ },
	{
		name: 'a URL without encryption',
		parameters: { phoneNumber, webhookUrl: 'http://example.com' },
		message: /^'URL' does not begin with https:\/\/$/,
	},
	{
		name: 'no event',
		parameters: { phoneNumber, webhookUrl, events: [] },
		message: /^'Events' is empty$/,
	},
	{
		name: 'no event of the project',
		parameters: { scope: 'project', webhookUrl, projectEvents: [] },
		message: /^'Project Events' is empty$/,
	},
	{
		name: 'a window of more than a minute',
		parameters: { phoneNumber, webhookUrl, options: { bufferWindow: 61 } },
		message: /'Buffer Window \(Seconds\)' is out of range$/,
	},
	{
		name: 'a buffer of more than 100 messages',
		parameters: { phoneNumber, webhookUrl, options: { bufferSize: 101 } },
		message: /'Buffer Size' is out of range$/,
	},
	{
		name: 'inactivity of more than a day',
		parameters: { phoneNumber, webhookUrl, options: { inactivityMinutes: 1441 } },
		message: /'Inactive After \(Minutes\)' is out of range$/,
	},
	{
		name: 'a header that is not a text',
		parameters: { phoneNumber, webhookUrl, options: { headers: '{"X-Team": 1}' } },
		message: /'Headers' has a value that is not a text$/,
	},
	...['{"X Team": "support"}', '{"X-Team": "support\\nX-Other: 1"}', '{"": "support"}'].map(
		(headers) => ({
			name: `the headers ${headers}`,
			parameters: { phoneNumber, webhookUrl, options: { headers } },
			message: /'Headers' has an entry that cannot be a header$/,
		}),
	),
];

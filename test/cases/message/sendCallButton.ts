import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'You can call us on WhatsApp now for faster service!';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body },
		request: interactiveMessage({
			type: 'voice_call',
			body: { text: body },
			action: { name: 'voice_call' },
		}),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			sender: otherSender,
			options: {
				...commonOptions,
				buttonText: 'Call on WhatsApp',
				validMinutes: 100,
				callPayload: 'payload data',
			},
		},
		request: interactiveMessageWithCommonOptions({
			type: 'voice_call',
			body: { text: body },
			action: {
				name: 'voice_call',
				parameters: {
					display_text: 'Call on WhatsApp',
					ttl_minutes: 100,
					payload: 'payload data',
				},
			},
		}),
	},
	{
		name: 'with Direct Send',
		parameters: { to, body, options: { directSend: { settings: { ttlSeconds: '600' } } } },
		request: interactiveMessage(
			{ type: 'voice_call', body: { text: body }, action: { name: 'voice_call' } },
			{ category: 'utility', ttl_seconds: 600 },
		),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing text', parameters: { to }, message: /'Text' is empty/ },
	{
		name: 'a button text that is too long',
		parameters: { to, body, options: { buttonText: 'x'.repeat(21) } },
		message: /'Button Text' has 21 characters/,
	},
	{
		name: 'a button that works for more than 30 days',
		parameters: { to, body, options: { validMinutes: 43_201 } },
		message: /'Valid For \(Minutes\)' is out of range/,
	},
	{
		name: 'a payload that is too long',
		parameters: { to, body, options: { callPayload: 'x'.repeat(513) } },
		message: /'Call Payload' has 513 characters/,
	},
];

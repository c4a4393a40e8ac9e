import { business } from '../../../simulator/business';
import { secretNames } from '../../support/reservedParameters';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { payload: '{"to":"+16505551234","type":"text","text":{"body":"Hello"}}' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			payload: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				biz_opaque_callback_data: 'order-4711',
				type: 'location',
				location: { latitude: '37.44', longitude: '-122.16' },
			},
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				biz_opaque_callback_data: 'order-4711',
				type: 'location',
				location: { latitude: '37.44', longitude: '-122.16' },
			},
		},
	},
	{
		name: 'leaves everything as it was given',
		parameters: {
			payload: {
				messaging_product: 'other',
				to: ' 0171 ',
				type: 'new',
				new: { a: [null, false, ''] },
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'other',
				to: ' 0171 ',
				type: 'new',
				new: { a: [null, false, ''] },
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'the example as it is',
		parameters: { payload: '{"to":"","type":"text","text":{"body":"Hello"}}' },
		message: /'Payload' has no recipient/,
	},
	{ name: 'a missing payload', parameters: { payload: '' }, message: /'Payload' is empty/ },
	{
		name: 'broken JSON',
		parameters: { payload: '{"to":' },
		message: /'Payload' is not valid JSON/,
	},
	{
		name: 'a list',
		parameters: { payload: '[{"to":"+16505551234"}]' },
		message: /'Payload' is not a JSON object/,
	},
	...secretNames.map((name): RejectedCase => ({
		name: `a token as ${name}`,
		parameters: {
			payload: JSON.stringify({
				to: '+16505551234',
				type: 'text',
				text: { body: 'x', [name]: 'EAA' },
			}),
		},
		message: /^'Payload' cannot be sent$/,
	})),
];

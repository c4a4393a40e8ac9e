import fc from 'fast-check';

import { metaPayload } from '../../../../../nodes/graphApi/hosts/onPremises/payload';
import type { JsonObject } from '../../../../../nodes/graphApi/types';
import { asPayload } from '../../../../../nodes/WhatsAppBusinessTrigger/events/parsePayload';
import { maximumDepth, splitPayload } from '../../../../../nodes/shared/events/splitPayload';
import { withItem } from '../../../../../nodes/shared/items/toItem';

const server = '15550783881';

const eventsOf = (body: JsonObject) => {
	const payload = asPayload(metaPayload(body, server));
	return payload === undefined ? [] : splitPayload(payload).map(withItem);
};
const itemsOf = (body: JsonObject) => eventsOf(body).map(({ item }) => item);
const ada = { profile: { name: 'Ada' }, wa_id: '16505551234' };
const grace = { profile: { name: 'Grace' }, wa_id: '16505556789' };
const message = { from: '16505551234', id: 'ABGG1', timestamp: '1520383572' };

describe('metaPayload', () => {
	it.each<[string, JsonObject, object[]]>([
		[
			'a text',
			{ contacts: [ada], messages: [{ ...message, type: 'text', text: { body: 'Hi' } }] },
			[
				{
					event: 'message',
					type: 'text',
					id: 'ABGG1',
					text: 'Hi',
					from: '16505551234',
					profileName: 'Ada',
					phoneNumberId: server,
					timestamp: '2018-03-07T00:46:12.000Z',
				},
			],
		],
		[
			'messages of two people',
			{
				contacts: [grace, ada],
				messages: [
					{ ...message, type: 'text', text: { body: 'one' } },
					{ ...message, id: 'ABGG2', from: grace.wa_id, type: 'text', text: { body: 'two' } },
				],
			},
			[
				{ text: 'one', profileName: 'Ada' },
				{ text: 'two', profileName: 'Grace' },
			],
		],
		[
			'a voice message',
			{
				contacts: [ada],
				messages: [{ ...message, type: 'voice', voice: { id: 'f0', mime_type: 'audio/ogg' } }],
			},
			[{ type: 'audio', media: { id: 'f0', mimeType: 'audio/ogg', voice: true } }],
		],
		[
			'a message in a group',
			{ messages: [{ ...message, group_id: '123-456', type: 'text', text: { body: 'Hi' } }] },
			[{ text: 'Hi', group: { id: '123-456' } }],
		],
		[
			'a person without a number, as Turn.io has them',
			{
				contacts: [{ profile: { name: 'Ada' }, user_id: 'US.1' }],
				messages: [{ from_bsuid: 'US.1', id: 'A', type: 'text', text: { body: 'Hi' } }],
			},
			[{ from: null, userId: 'US.1', profileName: 'Ada', customer: 'US.1' }],
		],
		[
			'a new number',
			{
				messages: [
					{
						...message,
						type: 'system',
						system: { type: 'user_changed_number', new_wa_id: '16505550000', body: 'changed' },
					},
				],
			},
			[{ type: 'system', change: { phoneNumber: '16505550000' } }],
		],
		[
			'a message of an unknown type, with the errors of the format',
			{
				messages: [
					{
						...message,
						type: 'unknown',
						errors: [{ code: 501, title: 'Unknown', details: 'Not supported', href: 'location' }],
					},
				],
			},
			[{ type: 'unknown', errors: [{ code: 501, title: 'Unknown', details: 'Not supported' }] }],
		],
		[
			'a reply that quotes',
			{
				messages: [
					{
						...message,
						context: { from: server, id: 'gBEG1', mentions: ['1'] },
						type: 'text',
						text: { body: 'Yes' },
					},
				],
			},
			[{ context: { id: 'gBEG1' } }],
		],
		[
			'statuses',
			{
				statuses: [
					{
						id: 'gBEG1',
						recipient_id: '16505551234',
						status: 'delivered',
						timestamp: '1520383573',
					},
					{ id: 'gBEG2', recipient_id: '16505551234', status: 'deleted', timestamp: '1520383573' },
					{ id: 'gBEG3', recipient_id: 'US.1', status: 'read', timestamp: '1520383573' },
				],
			},
			[
				{ event: 'status', type: 'delivered', id: 'gBEG1', recipient: '16505551234' },
				{ event: 'status', type: 'deleted', id: 'gBEG2' },
				{ event: 'status', type: 'read', id: 'gBEG3', recipient: null, userId: 'US.1' },
			],
		],
		[
			'a message that was not delivered',
			{
				statuses: [
					{
						id: 'gBEG1',
						recipient_id: '16505551234',
						status: 'failed',
						errors: [{ code: 470, title: 'Outside the window', details: 'More than 24 hours' }],
					},
				],
			},
			[
				{
					type: 'failed',
					errors: [{ code: 131047, details: '470: Outside the window: More than 24 hours' }],
				},
			],
		],
		[
			'errors of the server',
			{ errors: [{ code: 400, title: 'Bad', details: 'It is full' }] },
			[{ event: 'messages', errors: [{ code: 400, title: 'Bad', details: 'It is full' }] }],
		],
	])('reads %s', (_, body, expected) => {
		expect(itemsOf(body)).toMatchObject(expected);
	});

	it.each<[string, JsonObject]>([
		['no list', { meta: { version: 'v2.53' } }],
		['lists that are none', { messages: {}, statuses: 'x' }],
		["Meta's envelope", { object: 'whatsapp_business_account', entry: [] }],
	])('takes nothing with %s', (_, body) => {
		expect(metaPayload(body, server)).toBeUndefined();
	});

	it('names no number if the credential has none', () => {
		const payload = asPayload(metaPayload({ messages: [{ ...message, type: 'text' }] }, ''));
		expect(payload && splitPayload(payload).map(withItem)).toMatchObject([
			{ item: { phoneNumberId: null } },
		]);
	});

	it('gives an event for each message and status, whatever else there is', () => {
		const entry = fc.dictionary(
			fc.constantFrom(
				'id',
				'from',
				'from_bsuid',
				'type',
				'voice',
				'system',
				'errors',
				'recipient_id',
			),
			fc.jsonValue({ maxDepth: 3 }),
		);
		fc.assert(
			fc.property(
				fc.array(entry),
				fc.array(entry),
				fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
				(messages, statuses, others) => {
					const body = { ...others, messages, statuses } as JsonObject;
					const before = JSON.stringify(body);
					const events = eventsOf(body);
					expect(JSON.stringify(body)).toBe(before);
					if (messages.length + statuses.length === 0) return;
					expect(events.map(({ item: { event } }) => event)).toEqual([
						...messages.map(() => 'message'),
						...statuses.map(() => 'status'),
					]);
				},
			),
		);
	});

	it('leaves out what is nested too deep', () => {
		let deep: JsonObject = {};
		for (let depth = 0; depth < maximumDepth; depth++) deep = { deep };
		const messages = [
			{ ...message, type: 'text', text: { body: 'Hi' } },
			{ ...message, type: 'text', system: deep },
		];
		expect(itemsOf({ messages })).toMatchObject([{ text: 'Hi' }]);
	});
});

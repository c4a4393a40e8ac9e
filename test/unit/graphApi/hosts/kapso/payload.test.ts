import { metaPayload } from '../../../../../nodes/graphApi/hosts/kapso/payload';
import type { JsonObject } from '../../../../../nodes/graphApi/types';
import { eventKey } from '../../../../../nodes/WhatsAppBusinessTrigger/events/eventKey';
import { asPayload } from '../../../../../nodes/WhatsAppBusinessTrigger/events/parsePayload';
import { payloadOf, splitPayload } from '../../../../../nodes/shared/events/splitPayload';
import type { WebhookPayload } from '../../../../../nodes/shared/events/payload';
import { withItem } from '../../../../../nodes/shared/items/toItem';

const number = '123456789012345';

function eventsOf(event: string, body: JsonObject, key = 'key-1') {
	const headers = { 'x-webhook-event': event, 'x-idempotency-key': key };
	const payload = asPayload(metaPayload(body, headers));
	return payload === undefined ? [] : splitPayload(payload).map(withItem);
}

// The bodies are those of https://docs.kapso.ai/docs/platform/webhooks/message-events, with other people.
const conversation = {
	id: 'conv_123',
	phone_number: '+15551234567',
	status: 'active',
	last_active_at: '2025-10-28T14:25:01Z',
	created_at: '2025-10-28T13:40:00Z',
	updated_at: '2025-10-28T14:25:01Z',
	metadata: {},
	phone_number_id: number,
	kapso: { contact_name: 'Ada', messages_count: 1, last_message_id: 'wamid.123' },
};
const kapso = {
	...{ direction: 'inbound', status: 'received', processing_status: 'pending' },
	...{ origin: 'cloud_api', has_media: false },
};
const text = {
	...{ id: 'wamid.123', timestamp: '1730092800', type: 'text', text: { body: 'Hello' } },
	kapso: { ...kapso, content: 'Hello' },
};
const around = { conversation, is_new_conversation: true, phone_number_id: number };
const outbound = { ...kapso, direction: 'outbound', processing_status: 'completed' };
const failed = {
	...{ id: 'wamid.123', status: 'failed', timestamp: '1730093200', recipient_id: '15551234567' },
	errors: [{ code: 131047, title: 'Re-engagement message' }],
};
const sent = { ...failed, status: 'sent', timestamp: '1730093100', errors: undefined };

describe('metaPayload', () => {
	it.each<[string, string, JsonObject, object[]]>([
		[
			'a message',
			'whatsapp.message.received',
			{ message: text, ...around },
			[
				{
					...{ event: 'message', type: 'text', id: 'wamid.123', text: 'Hello' },
					...{ timestamp: '2024-10-28T05:20:00.000Z', from: '15551234567', recipient: null },
					...{ profileName: 'Ada', customer: '15551234567', phoneNumberId: number },
					raw: text,
					extra: {
						kapso: {
							...{ event: 'whatsapp.message.received', idempotency_key: 'key-1' },
							...{ conversation, is_new_conversation: true },
						},
					},
				},
			],
		],
		[
			'a customer who shows only a username',
			'whatsapp.message.received',
			{
				message: text,
				conversation: {
					...{ ...conversation, phone_number: null, business_scoped_user_id: 'US.1349' },
					...{ parent_business_scoped_user_id: 'US.ENT.1', username: '@ada' },
				},
			},
			[
				{
					...{ from: null, userId: 'US.1349', parentUserId: 'US.ENT.1', username: '@ada' },
					...{ phoneNumberId: number },
				},
			],
		],
		[
			'a file',
			'whatsapp.message.received',
			{
				message: {
					...{ ...text, type: 'image', image: { caption: 'Look', id: 'media_1' } },
					kapso: {
						...{ ...kapso, has_media: true },
						media_data: {
							...{ url: 'https://api.kapso.ai/media/1', filename: 'photo.jpg' },
							...{ content_type: 'image/jpeg', byte_size: 204_800 },
						},
					},
				},
				...around,
			},
			[
				{
					...{ type: 'image', text: 'Look' },
					media: {
						...{ id: 'media_1', mimeType: 'image/jpeg', fileName: 'photo.jpg' },
						url: 'https://api.kapso.ai/media/1',
					},
				},
			],
		],
		[
			'a tap on a button',
			'whatsapp.message.received',
			{
				message: {
					...{ ...text, type: 'interactive' },
					interactive: { type: 'button_reply', button_reply: { id: 'btn_1', title: 'Confirm' } },
				},
				...around,
			},
			[{ type: 'button_reply', text: 'Confirm', reply: { id: 'btn_1', title: 'Confirm' } }],
		],
		[
			'an earlier message that Kapso imports',
			'whatsapp.message.received',
			{ message: { ...text, kapso: { ...kapso, origin: 'history_sync' } }, ...around },
			[{ event: 'history', type: 'text', text: 'Hello', from: '15551234567' }],
		],
		[
			'a status with what Meta said of it',
			'whatsapp.message.failed',
			{
				message: { ...text, kapso: { ...outbound, status: 'failed', statuses: [sent, failed] } },
				...around,
			},
			[
				{
					...{ event: 'status', type: 'failed', id: 'wamid.123', recipient: '15551234567' },
					...{ from: null, timestamp: '2024-10-28T05:26:40.000Z' },
					errors: [{ code: 131047 }],
					extra: { kapso: { message: { text: { body: 'Hello' } }, conversation } },
				},
			],
		],
		[
			'a status without it',
			'whatsapp.message.delivered',
			{ message: { ...text, kapso: { ...outbound, status: 'delivered' } }, ...around },
			[{ event: 'status', type: 'delivered', id: 'wamid.123', recipient: '15551234567' }],
		],
		[
			'a message that a person wrote in the app',
			'whatsapp.message.sent',
			{ message: { ...text, kapso: { ...outbound, origin: 'business_app' } }, ...around },
			[{ event: 'smb_message_echoes', text: 'Hello', from: null, recipient: '15551234567' }],
		],
		[
			'a conversation',
			'whatsapp.conversation.ended',
			{ conversation: { ...conversation, status: 'ended' }, phone_number_id: number },
			[
				{
					...{ event: 'whatsapp.conversation.ended', type: 'ended', id: 'conv_123' },
					...{ timestamp: '2025-10-28T14:25:01.000Z', from: '15551234567', profileName: 'Ada' },
					raw: { conversation: { status: 'ended' }, phone_number_id: number },
				},
			],
		],
		[
			'a silence',
			'whatsapp.conversation.inactive',
			{
				conversation,
				since_message: {
					...{ id: 'msg_1', whatsapp_message_id: 'wamid.123', direction: 'inbound' },
					created_at: '2025-10-28T13:00:00Z',
				},
				...{ inactivity: { minutes: 60 }, phone_number_id: number },
			},
			[
				{
					...{ type: 'inactive', id: 'conv_123', timestamp: '2025-10-28T14:00:00.000Z' },
					raw: { since_message: { whatsapp_message_id: 'wamid.123' } },
				},
			],
		],
		[
			'a new number',
			'whatsapp.phone_number.created',
			{ phone_number_id: '999', project: { id: 'p1' }, customer: { id: 'c1' } },
			[
				{
					...{ event: 'whatsapp.phone_number.created', type: 'created', phoneNumberId: '999' },
					...{ from: null, customer: null, timestamp: null },
					raw: { phone_number_id: '999', project: { id: 'p1' }, customer: { id: 'c1' } },
				},
			],
		],
		[
			'a hand-over',
			'workflow.execution.handoff',
			{
				...{ event: 'workflow.execution.handoff', occurred_at: '2025-12-08T12:00:00Z' },
				...{ project_id: 'p1', workflow_id: 'w1', workflow_execution_id: 'x1' },
				handoff: { reason: 'Asked for a person', source: 'agent_tool' },
			},
			[
				{
					...{ event: 'workflow.execution.handoff', type: 'handoff', id: 'x1' },
					...{ text: 'Asked for a person', timestamp: '2025-12-08T12:00:00.000Z' },
				},
			],
		],
		[
			'an event that is in no list',
			'whatsapp.phone_number.disconnected',
			{ phone_number_id: '999' },
			[{ event: 'whatsapp.phone_number.disconnected', raw: { payloads: [{}] } }],
		],
	])('reads %s', (_, event, body, items) => {
		const events = eventsOf(event, body);
		expect(events.map(({ item }) => item)).toMatchObject(items);
		// As an event does that gets an execution of its own.
		const again = events
			.flatMap((each) => splitPayload(payloadOf(each.event) as WebhookPayload))
			.map(withItem);
		expect(again.map(({ item }) => item)).toEqual(events.map(({ item }) => item));
		expect(again.map((each) => each.event.alsoKind)).toEqual(
			events.map((each) => each.event.alsoKind),
		);
	});

	it.each([
		['whatsapp.message.received', 'cloud_api', 'messages', 'Kapso Message Received'],
		['whatsapp.message.read', 'cloud_api', 'statuses', 'Kapso Message Read'],
		['whatsapp.message.sent', 'business_app', 'smb_message_echoes', 'Kapso Message Sent'],
		['whatsapp.message.received', 'history_sync', 'history', undefined],
	])('has %s from %s start what Meta would start', (event, origin, kind, also) => {
		const [found] = eventsOf(event, {
			message: { ...text, kapso: { ...kapso, origin } },
			...around,
		});
		expect(found?.event.kind.value).toBe(kind);
		expect(found?.event.alsoKind?.name).toBe(also);
	});

	// https://docs.kapso.ai/docs/platform/webhooks/legacy
	it('reads version 1', () => {
		const message = {
			...{ id: 'm1', whatsapp_message_id: 'wamid.1', message_type: 'text', content: 'Hello' },
			...{ direction: 'inbound', created_at: '2025-10-28T14:25:01Z' },
		};
		const whatsapp_config = { id: 'config-1', phone_number_id: number };
		const [found] = eventsOf('whatsapp.message.received', {
			...{ message, whatsapp_config, is_new_conversation: false },
			conversation: { id: 'conv_1', phone_number: '15551234567' },
		});
		expect(found?.item).toMatchObject({
			...{ event: 'message', type: 'text', id: 'wamid.1', text: 'Hello', phoneNumberId: number },
			...{ from: '15551234567', timestamp: '2025-10-28T14:25:01.000Z' },
			extra: { kapso: { whatsapp_config } },
			// A text, as Meta's.
			raw: { timestamp: '1761661501' },
		});
	});

	it('reads each message of a batch', () => {
		const messages = ['one', 'two'].map((body) => ({
			...around,
			message: { ...text, id: `wamid.${body}`, text: { body } },
		}));
		const batch = { type: 'whatsapp.message.received', batch: true, data: messages };
		const events = eventsOf('whatsapp.message.received', { ...batch, batch_info: { size: 2 } });
		expect(events.map(({ item }) => item.text)).toEqual(['one', 'two']);
		// When all retries of a batch have failed, Kapso delivers its messages one by one.
		const [first] = messages;
		const [alone] = eventsOf('whatsapp.message.received', first ?? {}, 'key-2');
		expect(alone && eventKey(alone.event)).toBe(events[0] && eventKey(events[0].event));
	});

	it('reads numbers with a plus, and nothing where a part of a message is null', () => {
		const from = '+15551234567';
		const contextOf = (context: JsonObject | null) => {
			const [found] = eventsOf('whatsapp.message.received', {
				...around,
				message: { ...text, from, context },
			});
			expect(found?.item).toMatchObject({ from: '15551234567', customer: '15551234567' });
			return found?.item.context;
		};
		expect(contextOf(null)).toBeNull();
		const quoted = { id: 'wamid.quoted', from: null, referred_product: null };
		expect(contextOf(quoted)).toMatchObject({ id: 'wamid.quoted', from: null, product: null });
	});

	it('knows a batch by the header or by the body', () => {
		const data = [{ ...around, message: text }];
		const headers = { 'x-webhook-event': 'whatsapp.message.received', 'x-webhook-batch': 'true' };
		for (const body of [{ data }, { data, batch: true }]) {
			const payload = asPayload(metaPayload(body, headers));
			expect(payload && splitPayload(payload).map(({ raw }) => raw)).toEqual([text]);
		}
	});

	it('loses nothing that calls itself a batch and is none', () => {
		const events = eventsOf('whatsapp.message.received', { ...around, message: text, batch: true });
		expect(events.map(({ item }) => item.text)).toEqual(['Hello']);
	});

	it('takes an event whose own data is called like the parts of an event', () => {
		const named = { object: 'order', event: 'whatsapp.message.read', idempotency_key: 'theirs' };
		const [reported] = eventsOf('project.event', { name: 'paid', ...named });
		expect(reported?.item).toMatchObject({ event: 'project.event', type: 'paid' });
		const [message] = eventsOf('whatsapp.message.received', { ...around, ...named, message: text });
		expect(message?.item.extra).toMatchObject({
			kapso: { event: 'whatsapp.message.received', idempotency_key: 'key-1', object: 'order' },
		});
		expect(message?.event.alsoKind?.name).toBe('Kapso Message Received');
	});

	it('knows a delivery again by its key, and not by its content', () => {
		const keyOf = (key: string, body: JsonObject) => {
			const [found] = eventsOf('whatsapp.phone_number.created', body, key);
			return found && eventKey(found.event);
		};
		const body = { phone_number_id: '999', project: { id: 'p1' } };
		expect(keyOf('one', body)).toBe(keyOf('one', { ...body, customer: null }));
		expect(keyOf('one', body)).not.toBe(keyOf('two', body));
	});

	it('takes a body of Meta as it is, and nothing without a name', () => {
		const metas = { object: 'whatsapp_business_account', entry: [] };
		expect(metaPayload(metas, { 'x-webhook-event': 'messages' })).toBe(metas);
		expect(metaPayload({ conversation }, {})).toBeUndefined();
		expect(metaPayload({ conversation }, { 'x-webhook-event': 'x'.repeat(201) })).toBeUndefined();
	});

	it.each(['whatsapp.message.received', 'whatsapp.message.sent', 'whatsapp.conversation.ended'])(
		'reads %s with anything in the place of anything',
		(event) => {
			for (const odd of [null, 1, 'text', [], [[]], {}, true]) {
				for (const body of [
					{ message: odd, ...around },
					{ message: { ...text, kapso: odd, type: odd }, conversation: odd },
					{ message: { ...text, text: odd, timestamp: odd, id: odd }, phone_number_id: odd },
					{ batch: true, data: odd },
					{ whatsapp_config: odd, contact: odd, inactivity: odd, since_message: odd },
				]) {
					expect(() => eventsOf(event, body as JsonObject)).not.toThrow();
				}
			}
		},
	);
});

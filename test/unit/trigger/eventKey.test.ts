import { eventKey } from '../../../nodes/WhatsAppBusinessTrigger/events/eventKey';
import type { WebhookPayload, WebhookValue } from '../../../nodes/shared/events/payload';
import { payloadOf, splitPayload } from '../../../nodes/shared/events/splitPayload';
import { itemOf } from '../../../nodes/shared/items/toItem';
import examples from './metaWebhookExamples.json';

describe('eventKey', () => {
	const keysOf = (payload: unknown) => splitPayload(payload as WebhookPayload).map(eventKey);

	it('is the same for a duplicate and differs between events', () => {
		const all = Object.values(examples).flatMap(keysOf);
		expect(Object.values(structuredClone(examples)).flatMap(keysOf)).toEqual(all);
		const statuses = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
		const distinct = [
			...statuses.flatMap((status) => keysOf(examples[`status: ${status}`])),
			...keysOf(examples['status: group, several members']),
			...keysOf(examples['template_category_update: soon']),
			...keysOf(examples['template_category_update: done']),
			...keysOf(examples['messages: video']),
			...keysOf(examples['history: chat']),
			...keysOf(examples['calls: connect, by the user']),
			...keysOf(examples['calls: terminate']),
		];
		expect(new Set(distinct).size).toBe(distinct.length);
	});

	it('differs between two statuses whose status is not a text', () => {
		const [one, other] = ['read', 'failed'].map((name) => {
			const payload = structuredClone(examples['status: read']) as WebhookPayload;
			for (const { value } of payload.entry.flatMap(({ changes }) => changes ?? [])) {
				Object.assign(value?.statuses?.[0] ?? {}, { status: { name } });
			}
			return keysOf(payload);
		});
		expect(one).toHaveLength(1);
		expect(one).not.toEqual(other);
	});

	it('differs between the attempts and the refund of a payment', () => {
		const keys = [
			...keysOf(examples['status: payment, two attempts']),
			...keysOf(examples['status: payment with from']),
		];
		expect(new Set(keys).size).toBe(3);
	});

	it('is the same for events with a time of their own that come again at another time', () => {
		const keysAt = (time: number, entry: object) =>
			keysOf({
				object: 'whatsapp_business_account',
				entry: [
					{ id: '1', time, changes: [{ field: 'messages', value: { user_actions: [entry] } }] },
				],
			});
		const tap = { action_type: 'marketing_messages_link_click', timestamp: 1749416390 };
		expect(keysAt(1749416400, tap)).toEqual(keysAt(1749419999, tap));
		expect(keysAt(1749416400, tap)).not.toEqual(keysAt(1749416400, { ...tap, timestamp: 1 }));
		// Without one, it may have happened again.
		const without = { action_type: tap.action_type };
		expect(keysAt(1749416400, without)).not.toEqual(keysAt(1749419999, without));
	});

	it.each([
		'smb_message_echoes: list, with its contact',
		'history: messages of the business with media',
		'calls: connect, by the user',
		'standby: message, echo and status',
		'user_preferences: resume',
	] as const)('is the same for %s with other contacts', (name) => {
		const again = structuredClone(examples[name]) as unknown as WebhookPayload;
		for (const { value } of again.entry.flatMap(({ changes }) => changes ?? [])) {
			const holder = (value as { standby?: WebhookValue }).standby ?? value;
			Object.assign(holder ?? {}, { contacts: [{ wa_id: '16505550000' }, { wa_id: '1' }] });
		}
		expect(keysOf(again)).toEqual(keysOf(examples[name]));
	});

	it('is one for each of the events that stand in one list', () => {
		const keys = Object.values(examples).flatMap((payload) => {
			const found = keysOf(payload);
			return found.length === new Set(found).size ? [] : [found];
		});
		expect(keys).toEqual([]);
	});

	it('takes work in proportion to the number of events', () => {
		const work = (count: number): number => {
			let reads = 0;
			const contacts = Array.from({ length: count }, (_, place) => ({
				get wa_id() {
					reads++;
					return String(place);
				},
			}));
			const message_echoes = Array.from({ length: count }, (_, place) => ({
				id: `wamid.${place}`,
				to: String(place),
			}));
			const value = { contacts, message_echoes } as unknown as WebhookValue;
			const entry = [{ id: '1', changes: [{ field: 'smb_message_echoes', value }] }];
			const events = splitPayload({ object: 'whatsapp_business_account', entry });
			expect(events.map(itemOf).map(({ waId }) => waId)).toEqual(
				message_echoes.map(({ to }) => to),
			);
			const written = events.map((event) => eventKey(event) + JSON.stringify(payloadOf(event)));
			return reads + written.join('').length;
		};
		expect(work(5_000) / work(500)).toBeLessThan(11);
	});

	it('differs between two equal notices of different times', () => {
		const later = structuredClone(examples['security: PIN reset']);
		for (const entry of later.entry) entry.time += 1;
		expect(keysOf(later)).not.toEqual(keysOf(examples['security: PIN reset']));
	});
});

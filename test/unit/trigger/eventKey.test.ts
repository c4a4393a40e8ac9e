import { eventKey } from '../../../nodes/WhatsAppBusinessTrigger/events/eventKey';
import type { WebhookPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/payload';
import { splitPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/splitPayload';
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

	it('differs between two equal notices of different times', () => {
		const later = structuredClone(examples['security: PIN reset']);
		for (const entry of later.entry) entry.time += 1;
		expect(keysOf(later)).not.toEqual(keysOf(examples['security: PIN reset']));
	});
});

import { LoggerProxy } from 'n8n-workflow';

import { ProcessStore } from '../../../nodes/memory/processStore';
import { collectionOf } from '../../../nodes/WhatsAppBusinessTrigger/collect/collectionOf';
import { Collections } from '../../../nodes/WhatsAppBusinessTrigger/collect/collections';
import { dueAt } from '../../../nodes/WhatsAppBusinessTrigger/collect/dueAt';
import { inOrder } from '../../../nodes/WhatsAppBusinessTrigger/collect/handleCollected';
import {
	collectedOutput,
	mergedItem,
} from '../../../nodes/WhatsAppBusinessTrigger/collect/mergeMessages';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import { splitPayload } from '../../../nodes/shared/events/splitPayload';
import { withItem } from '../../../nodes/shared/items/toItem';
import type { EventItem } from '../../../nodes/shared/items/toItem';
import { withChat } from '../../../nodes/WhatsAppBusinessTrigger/items/withChat';
import {
	checkCollectOption,
	readCollectSettings,
} from '../../../nodes/WhatsAppBusinessTrigger/parameters/collectSettings';
import { messagePayload, phoneNumber, phoneNumberId, statusPayload } from './payloads';

const entryOf = (payload: object) => {
	const [event] = splitPayload(payload as WebhookPayload).map(withItem);
	if (!event) throw new Error('no event');
	return event;
};
const itemOf = (payload: object): EventItem => entryOf(payload).item;
const text = (body: string, more: object = {}) =>
	itemOf(messagePayload({ type: 'text', text: { body }, ...more }));
const image = (more: object = {}) =>
	itemOf(messagePayload({ type: 'image', image: { id: '1', mime_type: 'image/png', ...more } }));

describe('When what was collected is passed on', () => {
	const settings = {
		...{ silence: 5_000, maximumMessages: 3, maximumTime: 12_000 },
		output: 'oneItem' as const,
	};

	it.each([
		['after the silence', [1_000], 6_000],
		['after the silence that follows the last message', [1_000, 3_000], 8_000],
		['in whichever order they came', [3_000, 1_000], 8_000],
		['after the longest time since the first message', [1_000, 12_000], 13_000],
		['at once with the most messages', [1_000, 1_000, 1_000], 0],
	])('%s', (_when, arrivals, due) => {
		expect(dueAt(arrivals, settings)).toBe(due);
	});
});

describe('What is collected', () => {
	const customers = `${phoneNumberId}:${phoneNumber}`;
	it.each([
		['a text', { type: 'text', text: { body: 'Hi' } }, customers],
		['an image', { type: 'image', image: { id: '1' } }, customers],
		['a voice message', { type: 'audio', audio: { id: '1' } }, customers],
		['a location', { type: 'location', location: { latitude: 1, longitude: 1 } }, customers],
		['a text in a group', { type: 'text', text: { body: 'Hi' }, group_id: 'g' }, undefined],
		['a tapped button', { type: 'button', button: { text: 'Yes', payload: 'y' } }, undefined],
		[
			'a choice in a list',
			{ type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1' } } },
			undefined,
		],
		[
			'a reply to a Flow',
			{ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: {} } },
			undefined,
		],
		['a reaction', { type: 'reaction', reaction: { message_id: '1', emoji: '👍' } }, undefined],
		['an order', { type: 'order', order: {} }, undefined],
	])('%s', (_what, message, name) => {
		expect(collectionOf(itemOf(messagePayload(message)))).toBe(name);
	});

	it('no status', () => {
		const status = statusPayload({ status: 'read', recipient_id: phoneNumber });
		expect(collectionOf(itemOf(status))).toBeUndefined();
	});
});

describe('Messages that wait', () => {
	it('are found beside what cannot be read', async () => {
		const warn = jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
		const store = new ProcessStore();
		const push = jest.spyOn(store, 'push');
		const collections = new Collections(store, 'a trigger');
		const { event } = entryOf(messagePayload({ type: 'text', text: { body: 'Hi' } }));
		await collections.add('chat', event, 1_000, '');
		const [key = ''] = push.mock.calls[0] ?? [];
		for (const text of ['{', 'null', '[]', '{"payload":7}', '{"payload":{"entry":7}}']) {
			await store.push(key, text, 60_000, 10);
		}
		const [found, ...others] = await collections.messages('chat');
		expect([found?.item.text, found?.at, others]).toEqual(['Hi', 1_000, []]);
		expect(warn).toHaveBeenCalledTimes(1);
		warn.mockRestore();
	});
});

describe('The output for collected messages', () => {
	it('is the last message with the texts of all', () => {
		const messages = [text('Oi', { id: '1' }), image(), text('tudo bem?', { id: '3' })];
		expect(mergedItem(messages)).toEqual({
			...messages[2],
			text: 'Oi\ntudo bem?',
			chatInput: 'Oi\n[Image]\ntudo bem?',
			sessionId: `${phoneNumberId}:${phoneNumber}`,
			messages: messages.map(withChat),
		});
	});

	it('has no text if no message has one', () => {
		expect(mergedItem([image(), image()]).text).toBeNull();
	});

	it('keeps the ad and the opt-out of an earlier message', () => {
		const ad = { source_type: 'ad' };
		const first = { ...text('STOP', { referral: ad }), preference: 'stop' as const };
		expect(mergedItem([first, text('please')])).toMatchObject({
			referral: ad,
			preference: 'stop',
		});
	});

	const file = (id: string) => ({ id, data: '', mimeType: 'image/png' });
	const withFiles = [
		{ item: text('look') },
		{ item: image({ caption: 'one' }), file: file('1') },
		{ item: image() },
		{ item: image(), file: file('3') },
	];

	it('has all files, and leaves out the number of a missing one', () => {
		const [output, ...more] = collectedOutput(withFiles, 'oneItem', {});
		expect(more).toEqual([]);
		expect(output?.binary).toEqual({ data: file('1'), data_2: file('3') });
		expect(output?.json.text).toBe('look\none');
	});

	it('is an item per message if chosen, or for raw output', () => {
		const items = collectedOutput(withFiles, 'itemPerMessage', {});
		expect(items.map(({ json }) => json)).toEqual(withFiles.map(({ item }) => withChat(item)));
		expect(items.map(({ binary }) => binary?.data?.id)).toEqual([undefined, '1', undefined, '3']);
		const raw = collectedOutput(withFiles, 'oneItem', { outputRaw: true });
		expect(raw.map(({ json }) => json)).toEqual(withFiles.map(({ item }) => item.raw));
	});

	it("is in Meta's order, then in that of the arrival", () => {
		const message = (id: string, timestamp: string, at: number) => ({
			...entryOf(messagePayload({ id, timestamp, type: 'text', text: { body: id } })),
			at,
		});
		const stored = [
			...[message('c', '1700000002', 3), message('b', '1700000002', 2)],
			message('a', '1700000001', 4),
		];
		expect(inOrder(stored).map(({ item }) => item.id)).toEqual(['a', 'b', 'c']);
	});
});

describe('The option Collect Messages', () => {
	it('is off unless it is set', () => {
		expect(readCollectSettings(undefined)).toBeUndefined();
		expect(() => checkCollectOption(undefined)).not.toThrow();
	});

	it.each([
		['nothing', {}],
		['defaults', { settings: {} }],
		['invalid numbers', { settings: { silence: 0, maximumMessages: 'many', maximumTime: 301 } }],
	])('has the defaults for %s', (_what, stored) => {
		expect(readCollectSettings(stored)).toEqual({
			...{ silence: 5_000, maximumMessages: 20, maximumTime: 60_000 },
			output: 'oneItem',
		});
	});

	it('reads what was entered, also as text', () => {
		const settings = { silence: '2', maximumMessages: 3, maximumTime: 9, output: 'itemPerMessage' };
		expect(readCollectSettings({ settings })).toEqual({
			...{ silence: 2_000, maximumMessages: 3, maximumTime: 9_000 },
			output: 'itemPerMessage',
		});
	});

	it.each([
		[{ silence: 61 }, "'Collect Messages: Silence (Seconds)' is not a number from 1 to 60"],
		[{ maximumMessages: 0 }, "'Collect Messages: Maximum Messages' is not a number from 1 to 100"],
		[{ maximumTime: 'x' }, 'Maximum Seconds'],
	])('refuses %j when the workflow is published', (settings, message) => {
		expect(() => checkCollectOption({ settings })).toThrow(message);
	});
});

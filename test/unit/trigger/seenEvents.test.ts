import {
	appendFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	eventsPerGeneration,
	removeOldFiles,
	SeenEvents,
	seenEventsFolder,
} from '../../../nodes/WhatsAppBusinessTrigger/duplicates/seenEvents';
import { eventKey } from '../../../nodes/WhatsAppBusinessTrigger/events/eventKey';
import { splitPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/splitPayload';
import type { WebhookPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/payload';
import examples from './metaWebhookExamples.json';

let folder: string;
let complaints: string[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'whatsapp-business-seen-'));
	complaints = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const seenEvents = (size?: number, name = 'seen') =>
	new SeenEvents(join(folder, 'sub', name), (what) => complaints.push(what), size);
const keys = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => `event ${from + index}`);
const markAll = (seen: SeenEvents, list: string[]) => list.filter((key) => seen.markSeen(key));

describe('SeenEvents', () => {
	it('marks an event as seen once', () => {
		const seen = seenEvents();
		expect(['a', 'b', 'a', 'a', 'b', 'c'].filter((key) => seen.markSeen(key))).toEqual([
			'a',
			'b',
			'c',
		]);
	});

	it('releases events of both generations', () => {
		const seen = seenEvents(2);
		for (const key of ['a', 'b', 'c']) seen.markSeen(key);
		for (const key of ['a', 'c']) seen.release(key);
		expect(['a', 'b', 'c'].map((key) => seen.has(key))).toEqual([false, true, false]);
		expect(['a', 'b', 'c'].filter((key) => seen.markSeen(key))).toEqual(['a', 'c']);
	});

	it('knows after a restart exactly the events that were written', async () => {
		const before = seenEvents();
		for (const key of ['a', 'b', 'c']) before.markSeen(key);
		await before.remember([]);
		void before.remember(['a']);
		await before.remember(['b']);
		const after = seenEvents();
		expect(['a', 'b', 'c'].filter((key) => after.markSeen(key))).toEqual(['c']);
	});

	it('knows at least the last 10,000 events in one process and after a restart', async () => {
		expect(eventsPerGeneration).toBeGreaterThanOrEqual(10_000);
		const all = keys(0, 3 * eventsPerGeneration);
		const seen = seenEvents();
		for (let index = 0; index < all.length; index += 1000) {
			const part = markAll(seen, all.slice(index, index + 1000));
			await seen.remember(part);
		}
		const last = all.slice(-eventsPerGeneration);
		expect(markAll(seen, last)).toEqual([]);
		expect(markAll(seenEvents(), last)).toEqual([]);
	});

	it('drops the oldest events, on disk too', async () => {
		const seen = seenEvents(10);
		for (const key of keys(0, 100)) {
			seen.markSeen(key);
			await seen.remember([key]);
		}
		expect(markAll(seen, keys(0, 70))).toHaveLength(70);
		const files = ['current', 'previous'].map((name) => join(folder, 'sub', `seen.${name}`));
		const sizes = files.map((file) => (existsSync(file) ? readFileSync(file).length : 0));
		expect(sizes[0] ?? 0).toBeLessThanOrEqual(10 * 17);
		expect(sizes[1] ?? 0).toBeLessThanOrEqual(10 * 17);
	});

	it('loses at most one event to a line that was cut off by a crash', async () => {
		const before = seenEvents();
		await before.remember(['a']);
		appendFileSync(join(folder, 'sub', 'seen.current'), '\nAbCdEf');
		await seenEvents().remember(['b']);
		const after = seenEvents();
		expect(['a', 'b'].filter((key) => after.markSeen(key))).toEqual([]);
	});

	it('works without a disk in bounded memory and reports it once', async () => {
		writeFileSync(join(folder, 'sub'), 'in the way');
		const seen = seenEvents(10);
		for (const key of keys(0, 100)) {
			seen.markSeen(key);
			await seen.remember([key]);
		}
		expect(markAll(seen, keys(90, 100))).toEqual([]);
		expect(markAll(seen, keys(0, 10))).toHaveLength(10);
		expect(complaints[0]).toMatch(
			/^Seen events could not be written to disk, so a restart forgets them: /,
		);
	});
});

describe('removeOldFiles', () => {
	it('removes files older than 8 days and keeps those 7 days old', async () => {
		mkdirSync(seenEventsFolder(), { recursive: true });
		const [old, young] = ['old.current', 'young.current'].map((name) =>
			join(seenEventsFolder(), name),
		);
		if (!old || !young) throw new Error('no files');
		const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
		for (const [file, days] of [
			[old, 9],
			[young, 7],
		] as const) {
			writeFileSync(file, '');
			utimesSync(file, daysAgo(days), daysAgo(days));
		}
		await removeOldFiles();
		expect([old, young].map((file) => existsSync(file))).toEqual([false, true]);
	});
});

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

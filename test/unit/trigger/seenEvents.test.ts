import {
	appendFileSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	promises,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	eventsPerGeneration,
	removeOldFiles,
	SeenEvents,
	seenEventsFolder,
	seenEventsOf,
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
const sizeOf = (name: string) => lstatSync(join(folder, 'sub', name)).size;
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
		const sizes = readdirSync(join(folder, 'sub')).map((name) => sizeOf(name));
		expect(sizes).toEqual([10 * 17, 10 * 17, 10 * 17]);
	});

	it('loses nothing at a restart if two processes use the same files', async () => {
		const processes = [seenEvents(100), seenEvents(100)];
		const all = keys(0, 200);
		for (const [index, key] of all.entries()) {
			const seen = processes[index % 2];
			seen?.markSeen(key);
			await seen?.remember([key]);
		}
		expect(markAll(seenEvents(100), all)).toEqual([]);
	});

	it('loses none of the last events if many processes write at the same time', async () => {
		const processes = Array.from({ length: 4 }, () => seenEvents(100));
		const all = keys(0, 300);
		const write = async (process: SeenEvents, own: string[]) => {
			for (const key of own) {
				process.markSeen(key);
				await process.remember([key]);
			}
		};
		await Promise.all(
			processes.map((process, nth) =>
				write(
					process,
					all.filter((_, index) => index % 4 === nth),
				),
			),
		);
		expect(complaints).toEqual([]);
		expect(markAll(seenEvents(100), all.slice(-100))).toEqual([]);
	});

	it('is private to the user of n8n', async () => {
		await seenEvents().remember(['a']);
		const modes = ['sub', 'sub/seen.current'].map(
			(name) => statSync(join(folder, name)).mode & 0o777,
		);
		expect(modes).toEqual([0o700, 0o600]);
	});

	it('follows no symbolic link at the name of its file', async () => {
		const target = join(folder, 'target');
		writeFileSync(target, 'untouched');
		mkdirSync(join(folder, 'sub'));
		symlinkSync(target, join(folder, 'sub', 'seen.current'));
		const seen = seenEvents();
		for (const key of ['a', 'b']) await seen.remember([key]);
		expect(readFileSync(target, 'utf8')).toBe('untouched');
		expect(complaints).toHaveLength(1);
	});

	it('does not grow without end if its full file cannot be renamed, and reports it once', async () => {
		const seen = seenEvents(10);
		for (const [index, key] of keys(0, 100).entries()) {
			if (index === 10) jest.spyOn(promises, 'rename').mockRejectedValue(new Error('EACCES'));
			seen.markSeen(key);
			await seen.remember([key]);
		}
		jest.restoreAllMocks();
		expect(sizeOf('seen.current')).toBe(10 * 17);
		expect(complaints).toEqual([
			expect.stringMatching(/^Seen events could not be written .*EACCES$/),
		]);
		expect(markAll(seen, keys(90, 100))).toEqual([]);
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
		expect(complaints).toHaveLength(1);
		expect(complaints[0]).toMatch(
			/^Seen events could not be written to disk, so a restart forgets them: /,
		);
	});
});

describe('removeOldFiles', () => {
	const day = 86_400_000;
	const path = (name: string) => join(seenEventsFolder(), name);

	/** Files of these names, last written so many days ago. */
	function files(ages: Record<string, number>): () => string[] {
		rmSync(seenEventsFolder(), { recursive: true, force: true });
		mkdirSync(seenEventsFolder(), { recursive: true });
		for (const [name, age] of Object.entries(ages)) {
			const time = new Date(Date.now() - age * day);
			writeFileSync(path(name), '');
			utimesSync(path(name), time, time);
		}
		return () => Object.keys(ages).filter((name) => existsSync(path(name)));
	}

	it('removes files older than 8 days and keeps those 7 days old', async () => {
		const left = files({ 'old.current': 9, 'young.current': 7, 'new.current': 0 });
		await removeOldFiles();
		expect(left()).toEqual(['young.current', 'new.current']);
	});

	it('goes on after a folder', async () => {
		const left = files({ 'old.current': 9, 'new.current': 0 });
		mkdirSync(path('a folder'));
		await removeOldFiles();
		expect(left()).toEqual(['new.current']);
		expect(existsSync(path('a folder'))).toBe(true);
	});

	it('keeps all files if the clock is ahead', async () => {
		const left = files({ 'one.current': 0, 'other.current': 1 });
		await removeOldFiles(Date.now() + 9 * day);
		expect(left()).toEqual(['one.current', 'other.current']);
	});

	it('keeps the files of a trigger that is in use', async () => {
		const seen = seenEventsOf('a trigger', (what) => complaints.push(what));
		files({ 'new.current': 0 });
		await seen.remember(['a']);
		const [name = ''] = readdirSync(seenEventsFolder()).filter((file) => file !== 'new.current');
		const old = new Date(Date.now() - 20 * day);
		utimesSync(path(name), old, old);
		await removeOldFiles();
		expect(existsSync(path(name))).toBe(true);
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

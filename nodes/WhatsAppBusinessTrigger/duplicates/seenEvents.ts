import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { processState } from '../../graphApi/processState';
import { maximumDeliveryAge, millisecondsPerDay } from '../events/redelivery';
import { reasonOf } from '../n8n/trigger';

/**
 * Maximum number of events in a generation. The current and the previous generation are kept, so between
 * one and two times this many events are known. An event takes 17 bytes on disk and about 80 in memory.
 */
export const eventsPerGeneration = 50_000;

/** Remembers the events that have started a trigger: in memory, and for a restart in an append-only file. */
export class SeenEvents {
	private generations: [current: Set<string>, previous: Set<string>];
	/** Events in the current file. The file lags behind, because the memory must not wait for the disk. */
	private written: number;
	private unwritten: string[] = [];
	private writing: Promise<void> | undefined;

	/**
	 * @param file path without an extension; `.current` and `.previous` are appended.
	 * @param report gets the message of a failed write.
	 */
	constructor(
		private readonly file: string,
		private readonly report: (what: string) => void,
		private readonly generationSize = eventsPerGeneration,
	) {
		this.generations = [this.load('current'), this.load('previous')];
		this.written = this.generations[0].size;
	}

	/** Whether the event was seen. */
	has(key: string): boolean {
		return this.hasDigest(digestOf(key));
	}

	/** Marks an event as seen. Returns false if it was seen before. */
	markSeen(key: string): boolean {
		const digest = digestOf(key);
		if (this.hasDigest(digest)) return false;
		const [current] = this.generations;
		if (current.size < this.generationSize) current.add(digest);
		else this.generations = [new Set([digest]), current];
		return true;
	}

	/** Un-marks an event whose execution did not start. */
	release(key: string): void {
		for (const generation of this.generations) generation.delete(digestOf(key));
	}

	/**
	 * Writes seen events to disk. Call it after the response to Meta: without a response Meta delivers the
	 * event again, and that delivery must start the workflow.
	 * @returns a promise that resolves after the write. A failure is reported and not thrown.
	 */
	async remember(keys: readonly string[]): Promise<void> {
		this.unwritten.push(...keys);
		if (this.unwritten.length > 0) this.writing ??= this.writeAll();
		await this.writing;
	}

	private hasDigest(digest: string): boolean {
		return this.generations.some((generation) => generation.has(digest));
	}

	/** Writes one batch at a time. Events that arrive meanwhile form the next batch. */
	private async writeAll(): Promise<void> {
		while (this.unwritten.length > 0) {
			const keys = this.unwritten;
			this.unwritten = [];
			await this.write(keys).catch((error: unknown) => {
				this.report(
					`Seen events could not be written to disk, so a restart forgets them: ${reasonOf(error)}`,
				);
			});
		}
		this.writing = undefined;
	}

	private async write(keys: readonly string[]): Promise<void> {
		// The line break comes first, so that a line cut off by a crash does not corrupt the next one.
		const lines = keys.map((key) => `\n${digestOf(key)}`).join('');
		await appendFile(this.path('current'), lines).catch(async (error: unknown) => {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			await mkdir(dirname(this.file), { recursive: true });
			await appendFile(this.path('current'), lines);
		});
		this.written += keys.length;
		if (this.written >= this.generationSize) await this.nextFile();
	}

	private async nextFile(): Promise<void> {
		await rename(this.path('current'), this.path('previous'));
		this.written = 0;
	}

	private load(generation: Generation): Set<string> {
		try {
			const lines = readFileSync(this.path(generation), 'latin1').split('\n');
			return new Set(lines.filter(({ length }) => length === digestLength));
		} catch {
			return new Set();
		}
	}

	private path(generation: Generation): string {
		return `${this.file}.${generation}`;
	}
}

type Generation = 'current' | 'previous';

/** n8n's user folder, which n8n does not expose to nodes. https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/configuration-examples/specify-user-folder-path */
export function seenEventsFolder(): string {
	const home = process.platform === 'win32' ? process.env.USERPROFILE : process.env.HOME;
	const userFolder = process.env.N8N_USER_FOLDER ?? home ?? process.cwd();
	return join(userFolder, '.n8n', 'whatsapp-business-trigger');
}

const seenByTrigger = processState(() => new Map<string, SeenEvents>());

/**
 * Returns the events that a trigger has seen, in this process or before.
 * @param trigger the `triggerKey`.
 */
export function seenEventsOf(trigger: string, report: (what: string) => void): SeenEvents {
	const name = createHash('sha256').update(trigger).digest('hex').slice(0, 32);
	const file = join(seenEventsFolder(), name);
	const known = seenByTrigger().get(file);
	if (known) return known;
	const seen = new SeenEvents(file, reportOnce(report));
	seenByTrigger().set(file, seen);
	return seen;
}

/** Removes the files of deleted triggers. A failure does no harm. */
export async function removeOldFiles(now = Date.now()): Promise<void> {
	const folder = seenEventsFolder();
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
		if (now - mtimeMs > maximumDeliveryAge * millisecondsPerDay) await rm(path, { force: true });
	}
}

const digestLength = 16;

/** 96 bits make a collision among 100,000 events negligible. */
function digestOf(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, digestLength);
}

function reportOnce(report: (what: string) => void): (what: string) => void {
	let said = false;
	return (what) => {
		if (!said) report(what);
		said = true;
	};
}

import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { processState } from '../../graphApi/processState';
import { reasonOf } from '../n8n/trigger';

/**
 * Events a generation remembers. The current one and the one before are kept, so at least this many of the
 * last events are known, in at most twice the memory: 17 bytes each on disk, about 80 in memory.
 */
export const eventsPerGeneration = 50_000;

/** Days Meta repeats a webhook that was not answered. Files nobody touched for longer are of no use. */
const redeliveryDays = 7;
const millisecondsPerDay = 86_400_000;

/**
 * Remembers the events a trigger has started on, in memory and, so that a restart changes nothing, in a
 * small file that is only ever appended to.
 */
export class SeenEvents {
	private generations: [current: Set<string>, previous: Set<string>];
	/** Events in the current file. It lags behind the memory, which must not wait for a disk. */
	private written: number;
	private unwritten: string[] = [];
	private writing: Promise<void> | undefined;

	/** @param file path without an ending; files of this name with `.current` and `.previous` are used. */
	constructor(
		private readonly file: string,
		private readonly report: (what: string) => void,
		private readonly generationSize = eventsPerGeneration,
	) {
		this.generations = [this.load('current'), this.load('previous')];
		this.written = this.generations[0].size;
	}

	/** Whether somebody has taken the event. */
	has(key: string): boolean {
		return this.hasDigest(digestOf(key));
	}

	/** Takes an event for the caller: true for the first who asks, false for everybody after. */
	markSeen(key: string): boolean {
		const digest = digestOf(key);
		if (this.hasDigest(digest)) return false;
		const [current] = this.generations;
		if (current.size < this.generationSize) current.add(digest);
		else this.generations = [new Set([digest]), current];
		return true;
	}

	/** Gives back an event that was claimed in vain. */
	release(key: string): void {
		for (const generation of this.generations) generation.delete(digestOf(key));
	}

	/**
	 * Writes claimed events down, to be known after a restart as well. Called once Meta has its answer: of
	 * what was not answered, Meta sends a repeat, and that must start the workflow.
	 * @returns when they are on disk. A failure is told to `complain` and not thrown.
	 */
	async remember(keys: readonly string[]): Promise<void> {
		this.unwritten.push(...keys);
		if (this.unwritten.length > 0) this.writing ??= this.writeAll();
		await this.writing;
	}

	private hasDigest(digest: string): boolean {
		return this.generations.some((generation) => generation.has(digest));
	}

	/** One write at a time, with all that has come in the meantime: a slow disk holds up nothing. */
	private async writeAll(): Promise<void> {
		while (this.unwritten.length > 0) {
			const keys = this.unwritten;
			this.unwritten = [];
			await this.write(keys).catch((error: unknown) => {
				this.report(`Events can't be remembered over a restart: ${reasonOf(error)}`);
			});
		}
		this.writing = undefined;
	}

	private async write(keys: readonly string[]): Promise<void> {
		// The line break comes first: a line that a crash cut off does not spoil the next one.
		const lines = keys.map((key) => `\n${digestOf(key)}`).join('');
		await appendFile(this.path('current'), lines).catch(async (error: NodeJS.ErrnoException) => {
			if (error.code !== 'ENOENT') throw error;
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

/** Where n8n keeps its own files; a node is not told. https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/configuration-examples/specify-user-folder-path */
export function seenEventsFolder(): string {
	const home = process.platform === 'win32' ? process.env.USERPROFILE : process.env.HOME;
	const userFolder = process.env.N8N_USER_FOLDER ?? home ?? process.cwd();
	return join(userFolder, '.n8n', 'whatsapp-business-trigger');
}

const seenByTrigger = processState(() => new Map<string, SeenEvents>());

/**
 * What a trigger has seen in this process and before it.
 * @param trigger its `triggerKey`.
 */
export function seenEventsOf(trigger: string, complain: (what: string) => void): SeenEvents {
	const name = createHash('sha256').update(trigger).digest('hex').slice(0, 32);
	const file = join(seenEventsFolder(), name);
	const known = seenByTrigger().get(file);
	if (known) return known;
	const seen = new SeenEvents(file, reportOnce(complain));
	seenByTrigger().set(file, seen);
	return seen;
}

/** Removes the files of triggers that are gone. Failing is of no consequence. */
export async function removeOldFiles(now = Date.now()): Promise<void> {
	const folder = seenEventsFolder();
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
		if (now - mtimeMs > (redeliveryDays + 1) * millisecondsPerDay) await rm(path, { force: true });
	}
}

const digestLength = 16;

/** 96 bits: two different events among a hundred thousand do not meet. */
function digestOf(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, digestLength);
}

function reportOnce(complain: (what: string) => void): (what: string) => void {
	let said = false;
	return (what) => {
		if (!said) complain(what);
		said = true;
	};
}

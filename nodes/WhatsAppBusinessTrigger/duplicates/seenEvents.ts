import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, readdirSync, readFileSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { processState } from '../../graphApi/processState';
import { maximumDeliveryAge, millisecondsPerDay } from '../events/redelivery';
import { reasonOf } from '../n8n/trigger';

/**
 * Maximum number of events in a generation. The current and the previous generation are kept, so between
 * one and two times this many events are known. An event takes 17 bytes on disk and about 80 in memory.
 */
export const eventsPerGeneration = 50_000;

/** Full generations kept on disk: those of two processes that started at the same time. */
const fullGenerations = 2;

/**
 * Remembers the events that have started a trigger: in memory, and for a restart on disk. Several processes may
 * use the same files. Each appends to the current file, and whichever finds it full gives it a name of its own.
 * So no process can overwrite what another has written.
 */
export class SeenEvents {
	private generations: [current: Set<string>, previous: Set<string>];
	private unwritten: string[] = [];
	private writing: Promise<void> | undefined;
	private failed = false;

	/**
	 * @param file path without an extension; `.current` and `.full.…` are appended.
	 * @param report gets the message of the first failed write.
	 */
	constructor(
		private readonly file: string,
		private readonly report: (what: string) => void,
		private readonly generationSize = eventsPerGeneration,
	) {
		const full = fullFiles(readdirIfAny(this.folder), this.name).flatMap((name) => [
			...load(join(this.folder, name)),
		]);
		this.generations = [load(this.current), new Set(full)];
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
				if (this.failed) return;
				this.failed = true;
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
		await mkdir(this.folder, { recursive: true, mode: 0o700 });
		// Before the write: a full file that cannot be renamed does not grow.
		if ((await sizeOf(this.current)) >= this.generationSize * lineLength) await this.nextFile();
		const file = await open(this.current, flags.append, 0o600);
		try {
			await file.appendFile(lines);
		} finally {
			await file.close();
		}
	}

	/** Keeps the current file under a name that no other process uses, and removes the oldest. */
	private async nextFile(): Promise<void> {
		const older = fullFiles(await readdir(this.folder), this.name);
		const number = older.length === 0 ? 1 : numberOf(older[0]) + 1;
		const name = `${this.name}.full.${number}.${randomBytes(4).toString('hex')}`;
		await rename(this.current, join(this.folder, name)).catch(ignoreMissing);
		let kept = 0;
		for (const file of [name, ...older]) {
			const path = join(this.folder, file);
			if (kept >= fullGenerations * this.generationSize * lineLength)
				await rm(path, { force: true });
			else kept += await sizeOf(path);
		}
	}

	private get current(): string {
		return `${this.file}.current`;
	}

	private get folder(): string {
		return dirname(this.file);
	}

	private get name(): string {
		return basename(this.file);
	}
}

/** Never through a symbolic link, which somebody else may have put there. Windows has no such flag. */
const noFollow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;
const flags = {
	read: constants.O_RDONLY | noFollow,
	append: constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | noFollow,
};

/** Returns the names of the full files of a trigger, newest first. */
function fullFiles(names: readonly string[], name: string): string[] {
	return names
		.filter((file) => file.startsWith(`${name}.full.`))
		.sort((one, other) => numberOf(other) - numberOf(one));
}

function numberOf(fullFile = ''): number {
	return Number(fullFile.split('.').at(-2));
}

function readdirIfAny(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function load(path: string): Set<string> {
	try {
		const file = openSync(path, flags.read);
		try {
			const lines = readFileSync(file, 'latin1').split('\n');
			return new Set(lines.filter(({ length }) => length === digestLength));
		} finally {
			closeSync(file);
		}
	} catch {
		return new Set();
	}
}

async function sizeOf(path: string): Promise<number> {
	return (await lstat(path).catch(ignoreMissing))?.size ?? 0;
}

/** Another process may have renamed or removed the file. */
function ignoreMissing(error: unknown): undefined {
	if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

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
	const seen = new SeenEvents(file, report);
	seenByTrigger().set(file, seen);
	return seen;
}

/**
 * Removes the files of deleted triggers. A failure does no harm. Files of triggers that this process knows stay.
 * The newest file tells the time as well: after a change of the clock, all files may look old.
 */
export async function removeOldFiles(now = Date.now()): Promise<void> {
	const folder = seenEventsFolder();
	const files: Array<{ path: string; mtimeMs: number }> = [];
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const found = await lstat(path).catch(() => undefined);
		if (found?.isFile() === true) files.push({ path, mtimeMs: found.mtimeMs });
	}
	const newest = Math.max(...files.map(({ mtimeMs }) => mtimeMs));
	const oldest = Math.min(now, newest) - maximumDeliveryAge * millisecondsPerDay;
	const inUse = [...seenByTrigger().keys()];
	for (const { path, mtimeMs } of files) {
		const isInUse = inUse.some((file) => path.startsWith(`${file}.`));
		if (mtimeMs < oldest && !isInUse) await rm(path, { force: true });
	}
}

const digestLength = 16;
/** A line break and a digest, in bytes. */
const lineLength = 1 + digestLength;

/** 96 bits make a collision among 100,000 events negligible. */
function digestOf(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, digestLength);
}

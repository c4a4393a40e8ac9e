import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Memory } from '../../memory/memory';
import { userFolder } from '../../memory/userFolder';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';
import { maximumDeliveryAge } from '../events/redelivery';
import { done } from './claims';

/** Where earlier versions kept the digests of seen events, one per line. */
export function filesFolder(): string {
	return join(userFolder(), 'whatsapp-business-trigger');
}

/** Characters of a digest in the files; the same as `digestOf`. */
const digestLength = 16;

/** Digests stored at a time. More would hold up the process. */
const digestsAtOnce = 500;

/**
 * Moves the seen events of a trigger from its files to the memory. Several processes may do it at the same time, and
 * nothing is lost if one ends in the middle.
 * @param trigger the name from which those of the files were made.
 * @param lifetime milliseconds from now for which the events are known.
 */
export async function takeOverFiles(
	trigger: string,
	memory: Memory,
	keyOf: (digest: string) => string,
	lifetime: number,
): Promise<void> {
	const name = createHash('sha256').update(trigger).digest('hex').slice(0, 32);
	for (const file of await readdir(filesFolder()).catch(() => [])) {
		if (!file.startsWith(`${name}.`)) continue;
		const path = join(filesFolder(), file);
		const digests = await read(path);
		for (let index = 0; index < digests.length; index += digestsAtOnce) {
			const part = digests.slice(index, index + digestsAtOnce);
			await Promise.all(part.map((digest) => memory.set(keyOf(digest), done, lifetime)));
			await new Promise(setImmediate);
		}
		// What only this process remembers would be lost with it.
		if (memory.weakness === undefined) await rm(path, { force: true });
	}
}

async function read(path: string): Promise<string[]> {
	// Never through a symbolic link, which somebody else may have put there. Windows has no such flag.
	const noFollow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;
	const file = await open(path, constants.O_RDONLY | noFollow).catch(ignoreMissing);
	if (file === undefined) return [];
	try {
		const lines = (await file.readFile('latin1')).split('\n');
		return lines.filter(({ length }) => length === digestLength);
	} finally {
		await file.close();
	}
}

/** Another process may have moved the file. */
function ignoreMissing(error: unknown): undefined {
	if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/**
 * Removes the files of deleted triggers. A failure does no harm. The newest file tells the time as well: after a change
 * of the clock, all files may look old.
 */
export async function removeOldFiles(now = Date.now()): Promise<void> {
	const folder = filesFolder();
	const files: Array<{ path: string; mtimeMs: number }> = [];
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const found = await lstat(path).catch(() => undefined);
		if (found?.isFile() === true) files.push({ path, mtimeMs: found.mtimeMs });
	}
	const newest = Math.max(...files.map(({ mtimeMs }) => mtimeMs));
	const oldest = Math.min(now, newest) - maximumDeliveryAge * millisecondsPerDay;
	for (const { path, mtimeMs } of files) {
		if (mtimeMs < oldest) await rm(path, { force: true });
	}
}

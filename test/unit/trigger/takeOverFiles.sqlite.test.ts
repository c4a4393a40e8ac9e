import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LoggerProxy } from 'n8n-workflow';

import { Memory } from '../../../nodes/memory/memory';
import { memoryFile } from '../../../nodes/memory/memoryFile';
import { SqliteStore } from '../../../nodes/memory/sqliteStore';
import {
	filesFolder,
	takeOverFiles,
} from '../../../nodes/WhatsAppBusinessTrigger/duplicates/takeOverFiles';

const trigger = 'workflow/node';
const lifetime = 86_400_000;
const digestsOf = (from: number, to: number) =>
	Array.from(
		{ length: to - from },
		(_, index) => `digest-${String(from + index).padStart(9, '0')}`,
	);
/** What the trigger named its files. */
const fileName = (kind: string, of = trigger) =>
	`${createHash('sha256').update(of).digest('hex').slice(0, 32)}.${kind}`;
const path = (name: string) => join(filesFolder(), name);
const write = (name: string, digests: string[], end = '') =>
	writeFileSync(path(name), digests.map((digest) => `\n${digest}`).join('') + end);

const memories: Memory[] = [];
/** The memory as another process of n8n sees it. */
function memory(): Memory {
	const opened = new Memory(new SqliteStore(memoryFile()), String, LoggerProxy);
	memories.push(opened);
	return opened;
}
const takeOver = (into: Memory) =>
	takeOverFiles(trigger, into, (digest) => `seen:${digest}`, lifetime);

async function known(digests: string[]): Promise<number> {
	const reading = memory();
	const values = await Promise.all(digests.map((digest) => reading.get(`seen:${digest}`)));
	return values.filter((value) => value === 'done').length;
}

beforeEach(() => {
	for (const folder of [filesFolder(), join(memoryFile(), '..')]) {
		rmSync(folder, { recursive: true, force: true });
	}
	mkdirSync(filesFolder(), { recursive: true });
});
afterEach(async () => {
	await Promise.all(memories.splice(0).map((opened) => opened.close()));
});

describe('takeOverFiles', () => {
	it('moves the digests of all files of the trigger to the memory, and leaves the other files', async () => {
		write(fileName('current'), digestsOf(0, 3));
		write(fileName('full.1.0123abcd'), digestsOf(3, 6));
		write(fileName('full.2.0123abcd'), digestsOf(6, 9));
		write(fileName('current', 'another'), digestsOf(9, 10));
		await takeOver(memory());
		expect(await known(digestsOf(0, 9))).toBe(9);
		expect(await known(digestsOf(9, 10))).toBe(0);
		expect(readdirSync(filesFolder())).toEqual([fileName('current', 'another')]);
	});

	it('leaves out a line that was cut off by a crash', async () => {
		write(fileName('current'), digestsOf(0, 2), '\nAbCdEf');
		await takeOver(memory());
		expect([...(await memory().entries('')).keys()]).toEqual(
			digestsOf(0, 2).map((digest) => `seen:${digest}`),
		);
	});

	it('does nothing without a folder', async () => {
		rmSync(filesFolder(), { recursive: true });
		await takeOver(memory());
		expect((await memory().entries('')).size).toBe(0);
	});

	it('takes over 100,000 digests by several processes at the same time, and lets others have a turn', async () => {
		write(fileName('current'), digestsOf(0, 50_000));
		write(fileName('full.1.0123abcd'), digestsOf(50_000, 100_000));
		let turns = 0;
		const counting = setInterval(() => turns++, 0);
		await Promise.all([memory(), memory(), memory()].map(takeOver));
		clearInterval(counting);
		expect(turns).toBeGreaterThan(100);
		expect(await known(digestsOf(0, 100_000))).toBe(100_000);
		expect(readdirSync(filesFolder())).toEqual([]);
	});

	it('keeps the file until all of it is in the memory', async () => {
		write(fileName('current'), digestsOf(0, 2_000));
		const broken = new SqliteStore(memoryFile());
		let count = 0;
		// As if the process had ended: nothing comes after the first part.
		broken.set = async (...entry) => {
			if (++count > 500) await new Promise(() => undefined);
			await SqliteStore.prototype.set.apply(broken, entry);
		};
		void takeOver(new Memory(broken, String, LoggerProxy));
		while ((await known(digestsOf(0, 2_000))) < 500) await new Promise(setImmediate);
		expect(readdirSync(filesFolder())).toEqual([fileName('current')]);
		await takeOver(memory());
		expect(await known(digestsOf(0, 2_000))).toBe(2_000);
		expect(readdirSync(filesFolder())).toEqual([]);
	});

	it('keeps the file while only this process remembers', async () => {
		write(fileName('current'), digestsOf(0, 2));
		const alone = new Memory(undefined, () => 'There is no store', LoggerProxy);
		await takeOver(alone);
		expect(await alone.get(`seen:${digestsOf(0, 1)[0]}`)).toBe('done');
		expect(existsSync(path(fileName('current')))).toBe(true);
	});

	it('follows no symbolic link at the name of its file', async () => {
		const target = join(tmpdir(), `whatsapp-business-target-${process.pid}`);
		writeFileSync(target, digestsOf(0, 2).join('\n'));
		symlinkSync(target, path(fileName('current')));
		await expect(takeOver(memory())).rejects.toThrow('ELOOP');
		expect(existsSync(target)).toBe(true);
		rmSync(target);
		expect(await known(digestsOf(0, 2))).toBe(0);
	});
});

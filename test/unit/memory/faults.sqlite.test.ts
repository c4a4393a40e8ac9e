import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import type { Memory } from '../../../nodes/memory/memory';
import { sqliteModule } from '../../../nodes/memory/sqliteModule';
import { SqliteStore } from '../../../nodes/memory/sqliteStore';
import { Log, memoryIn } from '../../support/stores/outage';
import { long, type Place } from '../../support/stores/place';
import { ask, createPlace, openStore } from '../../support/stores/sqlite';
import { until } from '../../support/until';

/** Must never be in the log. */
const secret = 'what a customer wrote';

describe('a memory file that cannot be used', () => {
	let place: Place;
	let folder: string;
	let memory: Memory;
	let log: Log;

	beforeEach(() => {
		place = createPlace();
		folder = dirname(place.at);
		log = new Log();
		memory = memoryIn(place.at, log);
	});

	afterEach(async () => {
		await memory.close();
		await place.remove();
	});

	/** Works all the same, says why once, and hands over what it has kept once the fault is mended. */
	async function expectOutage(reason: string, mend: () => void): Promise<void> {
		for (const key of ['a', 'b', 'c']) await memory.set(key, secret, long);
		expect(await memory.get('a')).toBe(secret);
		expect(await memory.claim('a', 'other', long)).toBe(secret);
		await memory.delete('b');
		expect(memory.weakness).toContain(reason);
		mend();
		await until(() => memory.weakness === undefined);
		const other = openStore(place.at);
		expect(await other.entries('')).toEqual(
			new Map([
				['a', secret],
				['c', secret],
			]),
		);
		await other.close();
		expect(log.lines).toEqual([
			expect.stringContaining(reason),
			'info: The memory of the WhatsApp nodes is complete again.',
		]);
		expect(log.lines.join()).not.toContain(secret);
	}

	it('no database', async () => {
		mkdirSync(folder);
		writeFileSync(
			place.at,
			'This is a text of more than the hundred bytes of a header. '.repeat(20),
		);
		await expectOutage('is damaged. Stop n8n, move the file away', () =>
			renameSync(place.at, join(folder, 'moved away')),
		);
	});

	it('a damaged database', async () => {
		const before = openStore(place.at);
		await Promise.all(
			Array.from({ length: 2_000 }, (_, index) => before.set(`key ${index}`, secret, long)),
		);
		await before.close();
		// All but the first page, which says that it is a database.
		const file = openSync(place.at, 'r+');
		writeSync(file, Buffer.alloc(statSync(place.at).size - 4096, 0xaa), 0, undefined, 4096);
		await expectOutage('is damaged', () => renameSync(place.at, join(folder, 'moved away')));
	});

	it('a folder that is a file', async () => {
		writeFileSync(folder, '');
		await expectOutage('ENOTDIR', () => rmSync(folder));
	});

	it('a folder in the place of the file', async () => {
		mkdirSync(place.at, { recursive: true });
		await expectOutage('EISDIR', () => rmSync(place.at, { recursive: true }));
	});

	it('a symbolic link, through which nothing is written', async () => {
		const target = join(dirname(folder), 'target');
		writeFileSync(target, '');
		mkdirSync(folder);
		symlinkSync(target, place.at);
		await expectOutage('ELOOP', () => {
			expect(readFileSync(target, 'utf8')).toBe('');
			rmSync(place.at);
		});
	});

	it('a place where nobody may write, not even root', async () => {
		const [at, there] = ['/proc/whatsapp-business/memory.sqlite', new Log()];
		const readOnly = memoryIn(at, there);
		await readOnly.set('key', secret, long);
		expect(await readOnly.get('key')).toBe(secret);
		await readOnly.close();
		expect(there.lines).toEqual([expect.stringContaining(`The memory file ${at} cannot be used`)]);
	});

	it('a lock that another program holds does not stop the event loop', async () => {
		await memory.set('d', '', 1);
		const { DatabaseSync } = sqliteModule() ?? {};
		const holder = DatabaseSync && new DatabaseSync(place.at);
		holder?.exec('BEGIN IMMEDIATE');
		let turns = 0;
		const timer = setInterval(() => turns++, 1);
		await expectOutage('keeps the memory file', () => {
			expect(turns).toBeGreaterThan(2);
			clearInterval(timer);
			holder?.exec('ROLLBACK');
			holder?.close();
		});
	});

	it('waits for a lock that another program holds for less than its patience', async () => {
		const patient = new SqliteStore(place.at, 60_000);
		await patient.set('d', '', long);
		const { DatabaseSync } = sqliteModule() ?? {};
		const holder = DatabaseSync && new DatabaseSync(place.at);
		holder?.exec('BEGIN IMMEDIATE');
		let isDone = false;
		const set = patient.set('key', 'value', long).then(() => (isDone = true));
		// Reading goes on meanwhile.
		for (let times = 0; times < 5; times++) expect(await patient.get('d')).toBe('');
		expect(isDone).toBe(false);
		holder?.exec('COMMIT');
		holder?.close();
		await set;
		expect(await patient.get('key')).toBe('value');
		await patient.close();
	});

	it('a full disk: what was there before and what came meanwhile is there afterwards', async () => {
		const program = require.resolve('../../support/stores/fullDisk.ts');
		const tsx = pathToFileURL(require.resolve('tsx')).href;
		// No file may be larger than 400 blocks, which are 512 bytes here or twice that.
		const { stdout } = await promisify(execFile)('bash', [
			...['-c', 'ulimit -S -f 400; exec "$0" --import "$@"'],
			...[process.execPath, tsx, program, place.at],
		]);
		const { kept, lines } = JSON.parse(stdout) as { kept: number; lines: string[] };
		expect(lines).toEqual([
			expect.stringMatching(/^warn: The memory file .* cannot be used \(.*\)\. Free some space/),
			'info: The memory of the WhatsApp nodes is complete again.',
		]);
		const store = openStore(place.at);
		expect((await store.entries('key ')).size).toBe(kept);
		await store.close();
		await place.check?.();
	});
});

describe('the memory file', () => {
	let place: Place;

	beforeEach(() => {
		place = createPlace();
	});

	afterEach(() => place.remove());

	it('is for its owner only, like its folder and the files beside it', async () => {
		const before = process.umask(0);
		const store = openStore(place.at);
		try {
			await store.set('key', 'value', long);
			const folder = dirname(place.at);
			const modes = readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]);
			expect(Object.fromEntries(modes)).toEqual({
				'memory.sqlite': '600',
				'memory.sqlite-shm': '600',
				'memory.sqlite-wal': '600',
			});
			expect(modeOf(folder)).toBe('700');
		} finally {
			process.umask(before);
			await store.close();
		}
	});

	it('begins anew for all processes when somebody has deleted it', async () => {
		const [first, second] = [openStore(place.at), openStore(place.at)];
		await first.set('key', 'old', long);
		expect(await second.get('key')).toBe('old');
		for (const end of ['', '-wal', '-shm']) rmSync(place.at + end);
		await first.set('other', 'new', long);
		expect(await first.get('key')).toBeUndefined();
		await until(async () => (await second.get('other')) === 'new');
		expect(await second.get('key')).toBeUndefined();
		await Promise.all([first.close(), second.close()]);
		await place.check?.();
	});

	it('loses what has expired, also more than goes at once, and does not grow', async () => {
		const pages = () =>
			(ask(place.at, 'PRAGMA page_count')[0] as { page_count: number }).page_count;
		const rows = () => ask(place.at, 'SELECT count(*) AS rows FROM entries')[0];
		const many = Array.from({ length: 10_000 }, (_, index) => `key ${index}`);
		const sizes: number[] = [];
		for (let round = 0; round < 4; round++) {
			const first = openStore(place.at);
			await Promise.all(many.map((key) => first.set(`${round} ${key}`, 'value', 1)));
			await until(async () => (await first.entries('')).size <= 1);
			await first.close();
			const second = openStore(place.at);
			// Each write takes some of them along.
			for (let write = 0; write < 8; write++) await second.set('kept', 'value', long);
			await second.close();
			expect(rows()).toEqual({ rows: 1 });
			sizes.push(pages());
		}
		expect(sizes.at(-1)).toBeLessThan(1.5 * (sizes[0] ?? 0));
	});

	it('is written and read in parts that let the process do other things', async () => {
		const store = openStore(place.at);
		await store.set('opens it', '', long);
		let turns = 0;
		let isDone = false;
		const count = () => {
			turns++;
			if (!isDone) setImmediate(count);
		};
		setImmediate(count);
		await Promise.all(
			Array.from({ length: 20_000 }, (_, index) => store.claim(`key ${index}`, '', long)),
		);
		expect(turns).toBeGreaterThanOrEqual(20);
		turns = 0;
		expect((await store.entries('key ')).size).toBe(20_000);
		expect(turns).toBeGreaterThanOrEqual(10);
		isDone = true;
		await store.close();
	});

	it('is not damaged by a process that is killed while it opens it', async () => {
		const worker = require.resolve('../../support/stores/worker.ts');
		const opener = require.resolve('../../support/stores/sqlite.ts');
		const tsx = pathToFileURL(require.resolve('tsx')).href;
		const child = spawn(process.execPath, ['--import', tsx, worker, opener, place.at, 'a']);
		await until(() => existsSync(place.at));
		child.kill('SIGKILL');
		await once(child, 'close');
		const store = openStore(place.at);
		await store.set('key', 'value', long);
		expect(await store.get('key')).toBe('value');
		await store.close();
		await place.check?.();
	});
});

function modeOf(path: string): string {
	return (statSync(path).mode & 0o777).toString(8);
}

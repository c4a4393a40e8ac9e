import { closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { atOnce, Batch } from './batch';
import { Reading, rollBack } from './sqliteReading';
import { resultCode, resultCodes, sqliteModule } from './sqliteModule';
import type { Database } from './sqliteModule';
import { Statements } from './sqliteStatements';
import type { Store } from './store';

/** Milliseconds to wait for another process that is writing. Its writes take a few. */
const busyTimeLimit = 5_000;
const busyPause = 10;

/** Pages of 4 KB that are written before SQLite moves them to the file, for which it waits for the disk. */
const pagesPerCheckpoint = 4_000;

/** Kilobytes of the file that a process keeps in memory at most. Keys lie anywhere in it, so a batch needs many pages. */
const cacheSize = 8_000;

/** Milliseconds between two looks for what has expired. */
const housekeepingInterval = 60_000;

/** Milliseconds between two looks at which file is at the path, which take as long as a read. A write always looks. */
const checkInterval = 10;

interface OpenFile {
	database: Database;
	statements: Statements;
	/** Tells it from another file at the same path. */
	identity: string | undefined;
	reading: Reading;
}

/**
 * A store in one SQLite file, which only the user of n8n can read. All processes of one machine may use it at once. A
 * killed process loses nothing that was confirmed; a power cut may lose the last seconds.
 */
export class SqliteStore implements Store {
	private file: OpenFile | undefined;
	private checkedAt = -Infinity;
	private housekeptAt = -Infinity;
	/** A write costs ten times as much as a read, and many together hardly more than one. */
	private readonly writes = new Batch<Statements>((work) =>
		this.patiently(() => this.transaction(work)),
	);

	/**
	 * @param path of the file. It and the two folders above it are created when first used.
	 * @param patience milliseconds to wait for another process that is writing.
	 */
	constructor(
		private readonly path: string,
		private readonly patience = busyTimeLimit,
	) {}

	get(key: string): Promise<string | undefined> {
		return this.read((statements) => statements.get(key));
	}

	getAll(keys: readonly string[]): Promise<Array<string | undefined>> {
		return this.read((statements) => keys.map((key) => statements.get(key)));
	}

	set(key: string, value: string, lifetime: number): Promise<void> {
		return this.writes.add((statements) => statements.set(key, value, lifetime));
	}

	delete(key: string): Promise<void> {
		return this.writes.add((statements) => statements.delete(key));
	}

	claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		return this.writes.add((statements) => statements.claim(key, value, lifetime));
	}

	async claimAll(
		keys: readonly string[],
		value: string,
		lifetime: number,
	): Promise<Array<string | undefined>> {
		const found = await this.getAll(keys);
		const claimed: Array<Promise<void>> = [];
		for (let first = 0; first < keys.length; first += atOnce) {
			const end = Math.min(first + atOnce, keys.length);
			if (!found.slice(first, end).includes(undefined)) continue;
			const claim = this.writes.add((statements) => {
				for (let index = first; index < end; index++) {
					found[index] ??= statements.claim(keys[index] as string, value, lifetime);
				}
			}, end - first);
			claimed.push(claim);
		}
		await Promise.all(claimed);
		return found;
	}

	replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		return this.writes.add((statements) => {
			const isExpected = statements.get(key) === expected;
			if (isExpected) statements.set(key, value, lifetime);
			return isExpected;
		});
	}

	push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		return this.writes.add((statements) => {
			const list = [...statements.list(key), value].slice(-atMost);
			statements.set(key, list, lifetime);
		});
	}

	list(key: string): Promise<string[]> {
		return this.read((statements) => statements.list(key));
	}

	remove(key: string, value: string): Promise<void> {
		return this.writes.add((statements) => {
			const left = statements.list(key).filter((each) => each !== value);
			statements.setList(key, left);
		});
	}

	takeAll(key: string): Promise<string[]> {
		return this.writes.add((statements) => {
			const list = statements.list(key);
			if (list.length > 0) statements.delete(key);
			return list;
		});
	}

	async entries(prefix: string): Promise<Map<string, string>> {
		const found = new Map<string, string>();
		for (let from: string | undefined = prefix; from !== undefined;) {
			const begin: string = from;
			from = await this.read((statements) => statements.addEntries(prefix, begin, found));
			await new Promise(setImmediate);
		}
		return found;
	}

	async close(): Promise<void> {
		await this.writes.idle();
		this.closeFile();
	}

	private read<Result>(work: (statements: Statements) => Result): Promise<Result> {
		return this.patiently(() => {
			const isChecked = performance.now() - this.checkedAt < checkInterval;
			const { statements, reading } = (isChecked && this.file) || this.open();
			reading.begin();
			return work(statements);
		});
	}

	/**
	 * Waits for other processes that write, without stopping the event loop: SQLite itself waits for nobody, which is
	 * the default of `node:sqlite`.
	 */
	private async patiently<Result>(work: () => Result): Promise<Result> {
		const giveUpAt = performance.now() + this.patience;
		for (;;) {
			try {
				return work();
			} catch (error) {
				const code = resultCode(error);
				const isBusy = code === resultCodes.busy || code === resultCodes.locked;
				// The next try opens the file anew: somebody may have replaced it, or freed the disk.
				if (!isBusy) this.closeFile();
				if (!isBusy || performance.now() > giveUpAt) throw error;
			}
			await new Promise((resolve) => setTimeout(resolve, busyPause));
		}
	}

	private transaction(work: (statements: Statements) => void): void {
		const { database, statements, reading } = this.open();
		reading.end();
		database.exec('BEGIN IMMEDIATE');
		try {
			work(statements);
			this.deleteExpired(statements);
			database.exec('COMMIT');
		} catch (error) {
			rollBack(database);
			throw error;
		}
	}

	private open(): OpenFile {
		this.checkedAt = performance.now();
		// A file that somebody has deleted would live on in this process only.
		if (this.file && this.file.identity !== identityOf(this.path)) this.closeFile();
		return (this.file ??= openFile(this.path));
	}

	private deleteExpired(statements: Statements): void {
		const now = performance.now();
		if (now - this.housekeptAt < housekeepingInterval) return;
		if (!statements.deleteExpired()) this.housekeptAt = now;
	}

	private closeFile(): void {
		const { database, reading } = this.file ?? {};
		this.file = undefined;
		reading?.end();
		database?.close();
	}
}

function openFile(path: string): OpenFile {
	const sqlite = sqliteModule();
	if (!sqlite) throw new Error('This version of Node.js has no SQLite');
	createFile(path);
	const database = new sqlite.DatabaseSync(path);
	try {
		// What a killed process has written is in the cache of the system, so a write need not wait for the disk.
		database.exec(
			`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = FAST;
			PRAGMA wal_autocheckpoint = ${pagesPerCheckpoint}; PRAGMA cache_size = -${cacheSize};`,
		);
		return {
			database,
			statements: new Statements(database),
			identity: identityOf(path),
			reading: new Reading(database),
		};
	} catch (error) {
		database.close();
		throw error;
	}
}

/** SQLite would create it readable for everybody. Its other two files get the mode of this one. */
function createFile(path: string): void {
	makeFolder(dirname(dirname(path)));
	makeFolder(dirname(path));
	// Never through a symbolic link, which somebody else may have put there. Windows has no such flag.
	const noFollow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;
	closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | noFollow, 0o600));
}

/** Not `recursive`, with which Node never returns where nobody can make a folder, as in /proc. */
function makeFolder(path: string): void {
	try {
		mkdirSync(path, { mode: 0o700 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

function identityOf(path: string): string | undefined {
	const found = statSync(path, { throwIfNoEntry: false });
	return found && `${found.dev} ${found.ino}`;
}

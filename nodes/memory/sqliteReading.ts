import type { Database } from './sqliteModule';

/**
 * Lets reads share a transaction, in which one costs a fraction. It begins with the first and ends before the event loop
 * goes on. Until then nothing can reach this process from outside, so it never reads what it knows to be outdated.
 */
export class Reading {
	private isBegun = false;

	constructor(private readonly database: Database) {}

	/** Call it before each read. */
	begin(): void {
		if (this.isBegun) return;
		this.database.exec('BEGIN');
		this.isBegun = true;
		process.nextTick(() => this.end());
	}

	/** Call it before a transaction that writes, too: what it writes must be seen. */
	end(): void {
		if (!this.isBegun) return;
		this.isBegun = false;
		rollBack(this.database);
	}
}

/** Ends a transaction without what it has written. */
export function rollBack(database: Database): void {
	try {
		database.exec('ROLLBACK');
	} catch {
		// SQLite has rolled back by itself, as with a full disk.
	}
}

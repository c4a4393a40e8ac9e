import type { Database } from './sqliteModule';

/** Rows deleted at once when they have expired. More would hold up the process. */
const rowsAtOnce = 2_000;

const schema = `
	CREATE TABLE IF NOT EXISTS entries (
		key TEXT PRIMARY KEY,
		value TEXT NOT NULL,
		expires INTEGER NOT NULL
	) WITHOUT ROWID;
	CREATE INDEX IF NOT EXISTS entries_by_expiry ON entries (expires);
`;

/** The statements of an open file, prepared once. */
export class Statements {
	private readonly selectOne;
	private readonly selectPrefix;
	private readonly upsert;
	private readonly deleteOne;
	private readonly deleteOld;

	constructor(database: Database) {
		database.exec(schema);
		this.selectOne = database.prepare('SELECT value FROM entries WHERE key = ? AND expires > ?');
		this.selectPrefix = database.prepare(
			'SELECT key, value FROM entries WHERE key >= ? AND substr(key, 1, length(?)) = ? AND expires > ?',
		);
		this.upsert = database.prepare(
			'INSERT INTO entries (key, value, expires) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires',
		);
		this.deleteOne = database.prepare('DELETE FROM entries WHERE key = ?');
		this.deleteOld = database.prepare(
			'DELETE FROM entries WHERE key IN (SELECT key FROM entries WHERE expires <= ? LIMIT ?)',
		);
	}

	get(key: string): string | undefined {
		return this.selectOne.get(key, Date.now())?.value as string | undefined;
	}

	set(key: string, value: string, lifetime: number): void {
		this.upsert.run(key, value, Math.ceil(Date.now() + lifetime));
	}

	delete(key: string): void {
		this.deleteOne.run(key);
	}

	/** A list is a JSON array in the place of the value. */
	list(key: string): string[] {
		return JSON.parse(this.get(key) ?? '[]') as string[];
	}

	entries(prefix: string): Map<string, string> {
		const rows = this.selectPrefix.all(prefix, prefix, prefix, Date.now());
		return new Map(rows.map(({ key, value }) => [key as string, value as string]));
	}

	deleteExpired(): void {
		this.deleteOld.run(Date.now(), rowsAtOnce);
	}
}

import { parseJson } from '../graphApi/json';
import type { Database } from './sqliteModule';

/** Rows read at once, or deleted when they have expired. More would hold up the process. */
export const rowsAtOnce = 2_000;

/**
 * Rows stand in the order in which they were added, so that those of the same time share a page, whatever their keys
 * are. A value is JSON: a text, or a list of texts. Not the text itself, because Node 22 cuts it off at a null character.
 */
const schema = `
	CREATE TABLE IF NOT EXISTS entries (
		key TEXT PRIMARY KEY,
		value TEXT NOT NULL,
		expires INTEGER NOT NULL
	);
	CREATE INDEX IF NOT EXISTS entries_by_expiry ON entries (expires);
`;

/** The statements of an open file, prepared once. */
export class Statements {
	private readonly selectOne;
	private readonly selectPrefix;
	private readonly upsert;
	private readonly upsertExpired;
	private readonly updateOne;
	private readonly deleteOne;
	private readonly deleteOld;

	constructor(database: Database) {
		database.exec(schema);
		this.selectOne = database.prepare('SELECT value FROM entries WHERE key = ? AND expires > ?');
		// In UTF-8 nothing but what begins with the prefix lies between it and the byte FF.
		this.selectPrefix = database.prepare(
			"SELECT key, value FROM entries WHERE key >= ? AND key < ? || X'FF' AND expires > ? ORDER BY key LIMIT ?",
		);
		const upsert =
			'INSERT INTO entries (key, value, expires) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires';
		this.upsert = database.prepare(upsert);
		this.upsertExpired = database.prepare(`${upsert} WHERE expires <= ?`);
		this.updateOne = database.prepare('UPDATE entries SET value = ? WHERE key = ?');
		this.deleteOne = database.prepare('DELETE FROM entries WHERE key = ?');
		this.deleteOld = database.prepare(
			'DELETE FROM entries WHERE key IN (SELECT key FROM entries WHERE expires <= ? LIMIT ?)',
		);
	}

	get(key: string): string | undefined {
		return textOf(this.find(key));
	}

	list(key: string): string[] {
		const found = this.find(key);
		return Array.isArray(found) ? found.filter((text) => typeof text === 'string') : [];
	}

	set(key: string, value: string | string[], lifetime: number): void {
		this.upsert.run(key, JSON.stringify(value), Math.ceil(Date.now() + lifetime));
	}

	/** @returns undefined if it was set; otherwise the value that was there. */
	claim(key: string, value: string, lifetime: number): string | undefined {
		const now = Date.now();
		const expires = Math.ceil(now + lifetime);
		// One statement for what is nearly always the case: there is none.
		const { changes } = this.upsertExpired.run(key, JSON.stringify(value), expires, now);
		if (Number(changes) > 0) return undefined;
		const current = this.get(key);
		if (current === undefined) this.set(key, value, lifetime);
		return current;
	}

	/** Replaces a list that there is, or deletes it if nothing is left. */
	setList(key: string, list: string[]): void {
		if (!Array.isArray(this.find(key))) return;
		if (list.length === 0) this.delete(key);
		else this.updateOne.run(JSON.stringify(list), key);
	}

	delete(key: string): void {
		this.deleteOne.run(key);
	}

	/**
	 * Adds to `found` the values of the next rows whose key begins with the prefix.
	 * @param from the key to begin at; at first the prefix.
	 * @returns where to go on. Undefined at the end.
	 */
	addEntries(prefix: string, from: string, found: Map<string, string>): string | undefined {
		const rows = this.selectPrefix.all(from, prefix, Date.now(), rowsAtOnce);
		for (const { key, value } of rows) {
			const text = textOf(parseJson(value as string));
			if (text !== undefined) found.set(key as string, text);
		}
		return rows.length < rowsAtOnce ? undefined : (rows.at(-1)?.key as string);
	}

	/** Returns whether there may be more. */
	deleteExpired(): boolean {
		return Number(this.deleteOld.run(Date.now(), rowsAtOnce).changes) >= rowsAtOnce;
	}

	private find(key: string): unknown {
		const row = this.selectOne.get(key, Date.now());
		return row && parseJson(row.value as string);
	}
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

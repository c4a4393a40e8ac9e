import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sqliteModule } from '../../../nodes/memory/sqliteModule';
import { SqliteStore } from '../../../nodes/memory/sqliteStore';
import type { Place } from './place';

export const openStore = (at: string) => new SqliteStore(at);

/** A new folder with a file for the memory, which is not there yet. */
export function createPlace(): Place {
	const folder = mkdtempSync(join(tmpdir(), 'memory-'));
	const at = join(folder, 'whatsapp-business', 'memory.sqlite');
	return {
		at,
		remove: () => rmSync(folder, { recursive: true }),
		check: () => expect(ask(at, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]),
	};
}

/** What a file's SQLite says. */
export function ask(at: string, sql: string): Array<Record<string, unknown>> {
	const { DatabaseSync } = sqliteModule() ?? {};
	if (!DatabaseSync) throw new Error('This test needs SQLite: npm run test:sqlite');
	const database = new DatabaseSync(at);
	try {
		return database.prepare(sql).all();
	} finally {
		database.close();
	}
}

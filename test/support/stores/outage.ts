import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { explainFile } from '../../../nodes/memory/explain';
import { Memory } from '../../../nodes/memory/memory';
import { sqliteModule } from '../../../nodes/memory/sqliteModule';
import { SqliteStore } from '../../../nodes/memory/sqliteStore';

/** What a memory has said in the log, with its level. */
export class Log {
	readonly lines: string[] = [];
	readonly warn = (message: string) => void this.lines.push(`warn: ${message}`);
	readonly info = (message: string) => void this.lines.push(`info: ${message}`);
}

/** A memory in the file that soon tries again after a failure. */
export function memoryIn(at: string, log: Log): Memory {
	return new Memory(new SqliteStore(at, 50), (error) => explainFile(at, error), log, 5);
}

/**
 * Puts a file in the place of the folder, so that nobody, not even root, can reach the memory file.
 * @returns the function that ends it.
 */
export function cutOff(at: string): () => void {
	const folder = dirname(at);
	renameSync(folder, `${folder} away`);
	writeFileSync(folder, '');
	return () => {
		rmSync(folder);
		renameSync(`${folder} away`, folder);
	};
}

/**
 * Keeps others from writing to the memory file. They can still read it, as on a full disk.
 * @returns the function that ends it.
 */
export function lock(at: string): () => void {
	const sqlite = sqliteModule();
	if (!sqlite) throw new Error('This test needs a Node with SQLite');
	const database = new sqlite.DatabaseSync(at);
	database.exec('BEGIN IMMEDIATE');
	return () => database.close();
}

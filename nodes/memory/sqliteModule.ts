/** What is used of `node:sqlite`. https://nodejs.org/docs/latest-v24.x/api/sqlite.html */
export interface Database {
	exec(sql: string): void;
	prepare(sql: string): Statement;
	close(): void;
}

export type SqlValue = string | number | null;

export interface Statement {
	get(...values: SqlValue[]): Record<string, SqlValue> | undefined;
	all(...values: SqlValue[]): Array<Record<string, SqlValue>>;
	run(...values: SqlValue[]): { changes: number | bigint };
}

interface SqliteModule {
	DatabaseSync: new (path: string) => Database;
}

/** The first version whose SQLite needs no flag. */
export const firstNodeWithSqlite = '22.13';

/** Returns Node's SQLite. Undefined before Node 22.13. */
export function sqliteModule(): SqliteModule | undefined {
	// Not an import: bundlers and older versions of Node do not know the module.
	return process.getBuiltinModule('node:sqlite' as string) as unknown as SqliteModule | undefined;
}

/** The result code of SQLite in an error of `node:sqlite`, without its extension. https://www.sqlite.org/rescode.html */
export function resultCode(error: unknown): number | undefined {
	const { errcode } = error as { errcode?: unknown };
	return typeof errcode === 'number' ? errcode & 0xff : undefined;
}

export const resultCodes = { busy: 5, locked: 6, corrupt: 11, notADatabase: 26 };

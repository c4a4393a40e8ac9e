import { join } from 'node:path';
import { LoggerProxy } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { processState } from '../graphApi/processState';
import { Memory } from './memory';
import { redisUrlOf } from './redisAddress';
import { redisConnection } from './redisConnections';
import { redisError } from './redisError';
import { RedisStore } from './redisStore';
import { firstNodeWithSqlite, resultCode, resultCodes, sqliteModule } from './sqliteModule';
import { SqliteStore } from './sqliteStore';
import { userFolder } from './userFolder';

/** The file of the memory, in n8n's user folder. */
export function memoryFile(): string {
	return join(userFolder(), 'whatsapp-business', 'memory.sqlite');
}

const memories = processState(
	() => new Map<string, Memory>(),
	(all) => {
		for (const memory of all.values()) void memory.close();
	},
);

/** Returns the memory that the credential names, which all executions of this process share. */
export function memoryOf(credential: Pick<CredentialData, 'redisUrl'>): Memory {
	const url = redisUrlOf(credential);
	const place = url || memoryFile();
	const memory = memories().get(place) ?? (url ? redisMemory(url) : fileMemory(place));
	memories().set(place, memory);
	return memory;
}

function redisMemory(url: string): Memory {
	return new Memory(new RedisStore(redisConnection(url)), explainRedis, LoggerProxy);
}

function fileMemory(path: string): Memory {
	const store = sqliteModule() && new SqliteStore(path);
	return new Memory(store, (error) => explainFile(path, error), LoggerProxy);
}

const consequence =
	'Until then, the WhatsApp nodes remember in this process only: a restart forgets it, and other processes do not know of it.';

function explainRedis(error: unknown): string {
	return `${redisError(error).message} ${consequence}`;
}

function explainFile(path: string, error: unknown): string {
	if (error === undefined) {
		return `Node.js ${process.versions.node} has no SQLite. Run n8n with Node.js ${firstNodeWithSqlite} or newer, or enter a Redis URL in the credential. ${consequence}`;
	}
	const code = resultCode(error);
	if (code === resultCodes.notADatabase || code === resultCodes.corrupt) {
		return `The memory file ${path} is damaged. Move it away, and the nodes begin a new one. ${consequence}`;
	}
	const reason = error instanceof Error ? error.message : 'unknown error';
	return `The memory file ${path} cannot be used (${reason}). Free some space on the disk, or give n8n's user permission to write there. ${consequence}`;
}

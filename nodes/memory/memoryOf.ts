import { LoggerProxy } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { processState } from '../graphApi/processState';
import { explainFile, explainRedis } from './explain';
import { Memory } from './memory';
import { memoryFile } from './memoryFile';
import { redisUrlOf } from './redisAddress';
import { redisConnection } from './redisConnections';
import { RedisStore } from './redisStore';
import { sqliteModule } from './sqliteModule';
import { SqliteStore } from './sqliteStore';

/** By Redis URL; the file of this machine has none. Its path is not put together for each webhook. */
const memories = processState(
	() => new Map<string, Memory>(),
	(all) => {
		for (const memory of all.values()) void memory.close();
	},
);

/** Returns the memory that the credential names, which all executions of this process share. */
export function memoryOf(credential: Pick<CredentialData, 'redisUrl'>): Memory {
	const url = redisUrlOf(credential);
	const memory = memories().get(url) ?? (url ? redisMemory(url) : fileMemory(memoryFile()));
	memories().set(url, memory);
	return memory;
}

function redisMemory(url: string): Memory {
	return new Memory(new RedisStore(redisConnection(url)), explainRedis, LoggerProxy);
}

function fileMemory(path: string): Memory {
	const store = sqliteModule() && new SqliteStore(path);
	return new Memory(store, (error) => explainFile(path, error), LoggerProxy);
}

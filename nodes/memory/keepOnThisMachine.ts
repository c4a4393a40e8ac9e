import { memoryFile } from './memoryFile';
import { sqliteModule } from './sqliteModule';
import { SqliteStore } from './sqliteStore';

/**
 * Keeps a value in the file of this machine's memory, also if the credential names another memory. A machine that has
 * no such file does without it.
 * @param lifetime milliseconds.
 */
export async function keepOnThisMachine(
	key: string,
	value: string,
	lifetime: number,
): Promise<void> {
	if (!sqliteModule()) return;
	const store = new SqliteStore(memoryFile());
	await store.set(key, value, lifetime).catch(() => undefined);
	await store.close();
}

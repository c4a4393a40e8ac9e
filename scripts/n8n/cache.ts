import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const temporaryPrefix = '.installing-';
const abandonedAfterMs = 6 * 60 * 60 * 1000;

/** Where installations are kept: `N8N_CACHE_DIR`, or a folder under the user's cache folder. */
export function cacheFolder(): string {
	return process.env.N8N_CACHE_DIR || join(homedir(), '.cache', 'n8n-nodes-whatsapp-business');
}

/**
 * Returns the folder of this name in the cache; `fill` fills it on first use. It appears only once it is complete,
 * so an interrupted run leaves nothing that looks installed, and concurrent runs do not conflict.
 * @param fill gets the folder under a temporary name.
 */
export async function inCache(
	name: string,
	fill: (temporary: string) => Promise<void>,
): Promise<string> {
	const cache = cacheFolder();
	const folder = join(cache, name);
	if (existsSync(folder)) return folder;
	await mkdir(cache, { recursive: true });
	await removeAbandoned(cache);
	const temporary = await mkdtemp(join(cache, temporaryPrefix));
	const removeTemporary = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
	process.once('exit', removeTemporary);
	try {
		await fill(temporary);
		await rename(temporary, folder).catch((error: unknown) => {
			// Another run was faster; its installation is the same.
			if (!existsSync(folder)) throw error;
		});
		return folder;
	} finally {
		process.off('exit', removeTemporary);
		await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** Removes what an installation left behind that could not clean up (power loss, SIGKILL). */
async function removeAbandoned(cache: string): Promise<void> {
	for (const name of await readdir(cache)) {
		if (!name.startsWith(temporaryPrefix)) continue;
		const path = join(cache, name);
		const age = Date.now() - (await stat(path)).mtimeMs;
		if (age > abandonedAfterMs) await rm(path, { recursive: true, force: true });
	}
}

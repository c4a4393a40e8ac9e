import { existsSync } from 'node:fs';

import { processState } from '../../graphApi/processState';
import { memoryFile } from '../../memory/memoryFile';
import { sqliteModule } from '../../memory/sqliteModule';

const begun = processState(() => ({ isBegun: false }));

/**
 * Goes on with what waited in the process before this one. Newer versions of n8n run nothing of a published trigger when
 * they start, except that they load it.
 */
export function goOnAfterStart(): void {
	if (begun().isBegun) return;
	begun().isBegun = true;
	if (!sqliteModule() || !existsSync(memoryFile())) return;
	void goAllWays().catch(() => undefined);
}

async function goAllWays(): Promise<void> {
	await (await import('./ways')).goAllWays();
}

import { existsSync } from 'node:fs';

import { processState } from '../../graphApi/processState';
import { memoryFile } from '../../memory/memoryFile';
import { sqliteModule } from '../../memory/sqliteModule';

const begun = processState(() => ({ isBegun: false }));

/**
 * Resumes what waited in the process before this one. When newer versions of n8n start, they only load a published trigger
 * and run nothing of it.
 */
export function resumeAfterStart(): void {
	if (begun().isBegun) return;
	begun().isBegun = true;
	if (!sqliteModule() || !existsSync(memoryFile())) return;
	void resumeAll().catch(() => undefined);
}

async function resumeAll(): Promise<void> {
	await (await import('./ways')).resumeAll();
}

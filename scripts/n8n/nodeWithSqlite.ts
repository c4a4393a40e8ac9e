import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sqliteModule } from '../../nodes/memory/sqliteModule';
import { inCache } from './cache';
import { installLocked, nodeOf, readLockfile } from './install';
import { onlyPackages } from './installLockfile';
import { readVersion } from './versions';

/**
 * Returns the path of a Node that has SQLite: the one that runs this, or else the one of the newest supported n8n,
 * installed on first use without n8n.
 */
export async function nodeWithSqlite(report: (line: string) => void): Promise<string> {
	if (sqliteModule()) return process.execPath;
	const version = readVersion('newest');
	const folder = await inCache(
		`node-${version.node}-${process.platform}-${process.arch}`,
		async (temporary) => {
			report(`Node ${version.node}, which has SQLite, is installed on first use`);
			const lockfile = onlyPackages(await readLockfile(version), version.nodePackages);
			const manifest = JSON.stringify({ private: true, ...lockfile.packages[''] });
			await writeFile(join(temporary, 'package.json'), manifest);
			await installLocked(temporary, lockfile);
			nodeOf(temporary, version);
		},
	);
	return nodeOf(folder, version);
}

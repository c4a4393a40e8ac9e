import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from './cache';
import { lockedFolders, withTarballUrls, type Lockfile } from './installLockfile';
import { runProgram } from './processes';
import type { N8nVersion } from './versions';

export interface InstalledN8n {
	version: N8nVersion;
	/** The folder that contains node_modules. */
	folder: string;
	/** The Node executable this n8n runs on. */
	node: string;
}

const progressEveryMs = 10_000;

/**
 * Returns the installation of an n8n version; installs it from its lockfile on first use.
 * Progress goes to `report`, one line at a time.
 * @throws Error that says what failed when npm cannot install it or its parts do not load.
 */
export async function installN8n(
	version: N8nVersion,
	report: (line: string) => void,
): Promise<InstalledN8n> {
	const folder = await inCache(`n8n-${version.n8n}-${version.hash}`, async (temporary) => {
		report(`n8n ${version.n8n} is installed on first use`);
		await installInto(temporary, version, report);
	});
	return { version, folder, node: nodeOf(folder, version) };
}

async function installInto(
	folder: string,
	version: N8nVersion,
	report: (line: string) => void,
): Promise<void> {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	await copyFile(join(version.folder, 'package.json'), join(folder, 'package.json'));
	const lockfile = await readLockfile(version);
	const packages = lockedFolders(lockfile);
	const timer = setInterval(() => {
		const done = packages.filter((path) => existsSync(join(folder, path, 'package.json')));
		report(`  ${done.length} of about ${packages.length} packages, ${seconds()} s`);
	}, progressEveryMs);
	try {
		await installLocked(folder, lockfile);
	} finally {
		clearInterval(timer);
	}
	await placeSqliteBinding(folder, nodeOf(folder, version));
	report(`  n8n ${version.n8n} installed in ${seconds()} s`);
}

/** The lockfile of a supported version. */
export async function readLockfile(version: N8nVersion): Promise<Lockfile> {
	return JSON.parse(await readFile(join(version.folder, 'package-lock.json'), 'utf8')) as Lockfile;
}

/** Installs what the lockfile says into the folder of its package.json. No install script runs: none is needed. */
export async function installLocked(folder: string, lockfile: Lockfile): Promise<void> {
	const withUrls = JSON.stringify(withTarballUrls(lockfile));
	await writeFile(join(folder, 'package-lock.json'), withUrls);
	await runProgram(
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{ cwd: folder },
	);
}

/** The Node that came with the installation, or the one running this if it is of the same major version. */
export function nodeOf(folder: string, version: N8nVersion): string {
	for (const name of version.nodePackages) {
		const path = join(folder, 'node_modules', name, 'bin', 'node');
		if (existsSync(path)) return path;
	}
	const major = version.node.split('.')[0];
	if (process.versions.node.split('.')[0] === major) return process.execPath;
	throw new Error(
		`Node ${major} is needed, as for n8n ${version.n8n}, and npm has none for ${process.platform}-${process.arch}. ` +
			`Run this command with Node ${major}.`,
	);
}

/**
 * The sqlite3 package wants its binary from GitHub or a C++ compiler. A fork of it publishes the
 * same Node-API binding inside its npm package, so nothing but the npm registry is needed.
 */
async function placeSqliteBinding(folder: string, node: string): Promise<void> {
	const script = `
		const { cpSync } = require('node:fs');
		const built = require('node-gyp-build').path('node_modules/@appthreat/sqlite3');
		cpSync(built, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
		require('sqlite3');
	`;
	await runProgram(node, ['-e', script], { cwd: folder }).catch((error: unknown) => {
		throw new Error(
			`The SQLite binding does not load on ${process.platform}-${process.arch}; n8n needs it for its database.\n` +
				String(error instanceof Error ? error.message : error),
		);
	});
}

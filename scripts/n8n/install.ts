import { existsSync, rmSync } from 'node:fs';
import {
	copyFile,
	mkdir,
	mkdtemp,
	readFile,
	readdir,
	rename,
	rm,
	stat,
	writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
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

const temporaryPrefix = '.installing-';
const abandonedAfterMs = 6 * 60 * 60 * 1000;
const progressEveryMs = 10_000;

/** Where n8n installations are kept: `N8N_CACHE_DIR`, or a folder under the user's cache folder. */
export function cacheFolder(): string {
	return process.env.N8N_CACHE_DIR || join(homedir(), '.cache', 'n8n-nodes-whatsapp-business');
}

/**
 * Returns the installation of an n8n version; installs it from its lockfile on first use.
 * Progress goes to `report`, one line at a time. The folder appears only once it is complete,
 * so an interrupted run leaves nothing that looks installed, and concurrent runs do not conflict.
 * @throws Error that says what failed when npm cannot install it or its parts do not load.
 */
export async function installN8n(
	version: N8nVersion,
	report: (line: string) => void,
): Promise<InstalledN8n> {
	const cache = cacheFolder();
	const folder = join(cache, `n8n-${version.n8n}-${version.hash}`);
	if (!existsSync(folder)) {
		await mkdir(cache, { recursive: true });
		await removeAbandoned(cache);
		report(`n8n ${version.n8n} is installed on first use, into ${folder}`);
		await installInto(folder, version, report);
	}
	return { version, folder, node: nodeOf(folder, version) };
}

async function installInto(
	folder: string,
	version: N8nVersion,
	report: (line: string) => void,
): Promise<void> {
	const temporary = await mkdtemp(join(folder, '..', temporaryPrefix));
	const removeTemporary = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
	process.once('exit', removeTemporary);
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	try {
		await copyFile(join(version.folder, 'package.json'), join(temporary, 'package.json'));
		const lockfileText = await readFile(join(version.folder, 'package-lock.json'), 'utf8');
		const lockfile = JSON.parse(lockfileText) as Lockfile;
		const withUrls = JSON.stringify(withTarballUrls(lockfile));
		await writeFile(join(temporary, 'package-lock.json'), withUrls);
		const packages = lockedFolders(lockfile);
		const timer = setInterval(() => {
			const done = packages.filter((path) => existsSync(join(temporary, path, 'package.json')));
			report(`  ${done.length} of about ${packages.length} packages, ${seconds()} s`);
		}, progressEveryMs);
		try {
			// No install script is needed: everything runs as published.
			await runProgram(
				'npm',
				['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
				{ cwd: temporary },
			);
		} finally {
			clearInterval(timer);
		}
		await placeSqliteBinding(temporary, nodeOf(temporary, version));
		await rename(temporary, folder).catch((error: unknown) => {
			// Another run was faster; its installation is the same.
			if (!existsSync(folder)) throw error;
		});
		report(`  n8n ${version.n8n} installed in ${seconds()} s`);
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

/** The Node that came with the installation, or the one running this if it is of the same major version. */
function nodeOf(folder: string, version: N8nVersion): string {
	for (const name of version.nodePackages) {
		const path = join(folder, 'node_modules', name, 'bin', 'node');
		if (existsSync(path)) return path;
	}
	const major = version.node.split('.')[0];
	if (process.versions.node.split('.')[0] === major) return process.execPath;
	throw new Error(
		`n8n ${version.n8n} runs on Node ${major}, and npm has none for ${process.platform}-${process.arch}. ` +
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

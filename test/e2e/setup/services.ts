import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/n8n/ports';
import {
	runProgram,
	startProgram,
	stopProgram,
	type Cleanup,
} from '../../../scripts/n8n/processes';

/** Redis and PostgreSQL of one run: processes on free ports with new data. */
export interface Services {
	redisPort: number;
	postgresPort: number;
	/** PostgreSQL user and database; no password, it listens on 127.0.0.1 only. */
	database: string;
}

const startTimeoutMs = 60_000;
const database = 'n8n';
const postgresRoot = '/usr/lib/postgresql';

/** @throws Error that says what to install when it can't be installed from here */
export async function startServices(cleanup: Cleanup): Promise<Services> {
	await installMissing();
	return {
		redisPort: await startRedis(cleanup),
		postgresPort: await startPostgres(cleanup),
		database,
	};
}

async function installMissing(): Promise<void> {
	const missing = [
		...(existsSync('/usr/bin/redis-server') ? [] : ['redis-server']),
		...(postgresPrograms() ? [] : ['postgresql']),
	];
	if (missing.length === 0) return;
	if (!isRoot()) throw new Error(`Install these first: sudo apt-get install ${missing.join(' ')}`);
	console.log(`Installing ${missing.join(', ')}`);
	const options = { cwd: tmpdir(), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	await runProgram('apt-get', ['update'], options);
	await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...missing], options);
}

async function startRedis(cleanup: Cleanup): Promise<number> {
	const folder = await dataFolder('redis', cleanup);
	const port = await freePort();
	const child = startProgram(
		'/usr/bin/redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
		{ cwd: folder, env: process.env, stdio: 'ignore' },
	);
	cleanup.add(() => stopProgram(child, 5000));
	await untilListening('Redis', port);
	return port;
}

async function startPostgres(cleanup: Cleanup): Promise<number> {
	const folder = await dataFolder('postgres', cleanup);
	const port = await freePort();
	const data = join(folder, 'data');
	const options = { cwd: folder, env: process.env };
	// PostgreSQL does not run as root.
	if (isRoot()) await chown(folder, await postgresUserId(), -1);
	await runProgram(
		...asPostgresUser('initdb', ['--pgdata', data, '--username', database, '--auth', 'trust']),
		options,
	);
	const child = startProgram(
		...asPostgresUser('postgres', [
			'-D',
			data,
			'-p',
			String(port),
			'-h',
			'127.0.0.1',
			'-k',
			folder,
		]),
		{ ...options, stdio: 'ignore' },
	);
	cleanup.add(() => stopProgram(child, 5000));
	await untilListening('PostgreSQL', port);
	const create = ['-h', '127.0.0.1', '-p', String(port), '-U', database, database];
	await retried(() => runProgram(...asPostgresUser('createdb', create), options));
	return port;
}

function asPostgresUser(program: string, args: string[]): [string, string[]] {
	const path = join(postgresPrograms() ?? '', program);
	return isRoot() ? ['runuser', ['-u', 'postgres', '--', path, ...args]] : [path, args];
}

/** Debian keeps the programs of each version in a separate folder, not in PATH; some have the client only. */
function postgresPrograms(): string | undefined {
	if (!existsSync(postgresRoot)) return undefined;
	return readdirSync(postgresRoot)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(postgresRoot, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')));
}

async function postgresUserId(): Promise<number> {
	return Number(await runProgram('id', ['-u', 'postgres'], { cwd: tmpdir() }));
}

async function dataFolder(name: string, cleanup: Cleanup): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), `n8n-queue-${name}-`));
	cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** Waits until something listens at a port of this machine. */
export async function untilListening(what: string, port: number): Promise<void> {
	const deadline = Date.now() + startTimeoutMs;
	while (Date.now() < deadline) {
		const listening = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1');
			socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
			socket.once('connect', () => socket.destroy());
		});
		if (listening) return;
		await sleep(100);
	}
	throw new Error(`${what} did not start within ${startTimeoutMs / 1000} s.`);
}

// PostgreSQL listens a moment before it takes queries.
async function retried(run: () => Promise<unknown>): Promise<void> {
	for (let tries = 0; ; tries++) {
		try {
			await run();
			return;
		} catch (error) {
			if (tries === 20) throw error;
			await sleep(250);
		}
	}
}

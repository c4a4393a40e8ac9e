import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InstalledN8n } from './install';
import { freePort } from './ports';
import { killProgram, startProgram, stopProgram } from './processes';

export interface N8nServer {
	/** The base URL of the editor and the REST API, without a trailing slash. */
	url: string;
	installed: InstalledN8n;
	/** Folder with all its data. */
	userFolder: string;
	/** File with n8n's output. */
	logFile: string;
	/** The one folder in which workflows may read and write files. */
	filesFolder: string;
	/** Ends n8n and every process it started. */
	stop(): Promise<void>;
	/** Kills them, as a crash does. */
	kill(): Promise<void>;
}

const startTimeoutMs = 180_000;
const stopGraceMs = 10_000;

/**
 * Starts n8n on 127.0.0.1 with its data in `userFolder`, and waits until it responds.
 * @param options.port preferred port; the next free one is taken if it is in use, any free one if left out.
 * @param options.variables environment variables to add or to replace.
 * @throws Error with the end of n8n's log when it ends early or does not respond within 3 minutes.
 */
export async function startN8n(
	installed: InstalledN8n,
	userFolder: string,
	options: { port?: number; variables?: Record<string, string> } = {},
): Promise<N8nServer> {
	const port = await freePort(options.port);
	const url = `http://127.0.0.1:${port}`;
	const filesFolder = join(userFolder, 'files');
	await mkdir(filesFolder, { recursive: true });
	const logFile = join(userFolder, 'n8n.log');
	const log = openSync(logFile, 'w');
	const child = startProgram(
		installed.node,
		[join(installed.folder, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'],
		{
			cwd: userFolder,
			env: {
				...(await environment(installed, userFolder, port, url)),
				N8N_RESTRICT_FILE_ACCESS_TO: filesFolder,
				...options.variables,
			},
			stdio: ['ignore', log, log],
		},
	);
	closeSync(log);
	const stop = () => stopProgram(child, stopGraceMs);
	try {
		await untilReady(url, () => child.exitCode !== null || child.signalCode !== null);
	} catch (error) {
		await stop();
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`n8n ${installed.version.n8n} ${reason}\n${lastLines(logFile)}`);
	}
	const kill = () => killProgram(child);
	return { url, installed, userFolder, logFile, filesFolder, stop, kill };
}

/** The part of this process's environment that n8n may see. n8n's settings come only from here. */
const inherited = [
	'HOME',
	'LANG',
	'TMPDIR',
	'TZ',
	'HTTP_PROXY',
	'HTTPS_PROXY',
	'http_proxy',
	'https_proxy',
	'NODE_EXTRA_CA_CERTS',
];

async function environment(
	installed: InstalledN8n,
	userFolder: string,
	port: number,
	url: string,
): Promise<NodeJS.ProcessEnv> {
	const kept = inherited.map((name) => [name, process.env[name]] as const);
	return {
		...Object.fromEntries(kept.filter(([, value]) => value !== undefined)),
		PATH: [dirname(installed.node), process.env.PATH].join(delimiter),
		NO_PROXY: [process.env.NO_PROXY, '127.0.0.1', 'localhost'].filter(Boolean).join(','),
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: `${url}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LOG_LEVEL: 'warn',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		// No call may leave the machine.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
	const deadline = Date.now() + startTimeoutMs;
	while (Date.now() < deadline) {
		if (hasEnded()) throw new Error('ended while starting. The end of its log:');
		const response = await fetch(`${url}/rest/settings`).catch(() => undefined);
		const type = response?.headers.get('content-type') ?? '';
		await response?.body?.cancel();
		if (response?.ok && type.includes('json')) return;
		await sleep(200);
	}
	throw new Error(`did not respond within ${startTimeoutMs / 1000} s. The end of its log:`);
}

function lastLines(file: string): string {
	return readFileSync(file, 'utf8').trim().split('\n').slice(-20).join('\n');
}

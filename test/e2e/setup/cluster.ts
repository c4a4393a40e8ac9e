import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { N8nClient } from '../../../scripts/n8n/client';
import type { InstalledN8n } from '../../../scripts/n8n/install';
import { nodeWithSettings } from '../../../scripts/n8n/nodeWithSettings';
import { freePort } from '../../../scripts/n8n/ports';
import {
	killProgram,
	startProgram,
	stopProgram,
	type Cleanup,
} from '../../../scripts/n8n/processes';
import { startN8n } from '../../../scripts/n8n/server';
import type { Services } from './services';

export interface Worker {
	process: ChildProcess;
	/** What it has written to its log so far. */
	log(): Promise<string>;
	/** Executions it has begun and ended so far, as it says in its log. */
	executions(): Promise<{ begun: number; ended: number }>;
}

/** A process that takes webhooks. Its log begins anew when it starts again. */
export interface WebhookProcess {
	url: string;
	/** Kills it, as a crash does. */
	kill(): Promise<void>;
	/** Starts it again, at the same URL. */
	start(): Promise<void>;
}

/** n8n in queue mode: one main process, two for webhooks, several workers. */
export interface Cluster {
	n8n: N8nClient;
	/** Where the webhook process listens whose URL Meta gets. */
	webhookUrl: string;
	/** Where the other webhook process listens. */
	otherWebhookUrl: string;
	/** Those that listen there. */
	webhookProcesses: WebhookProcess[];
	/** Those that run and are to go on running. */
	workers: Worker[];
	/** Executions a worker runs at the same time. */
	concurrency: number;
	/** Starts workers in place of those that were taken out of `workers`. */
	replaceWorkers(): Promise<void>;
	/** The logs of all processes. */
	logFiles: string[];
}

/** How long a stopped worker may go on with what it has in hand. n8n's default is 30; a busy machine needs longer. */
export const gracePeriodSeconds = 120;

const workerCount = 3;
const concurrency = 5;
const startTimeoutMs = 300_000;

export async function startCluster(
	installed: InstalledN8n,
	userFolder: string,
	services: Services,
	cleanup: Cleanup,
): Promise<Cluster> {
	const webhookPorts = [await freePort(), await freePort()] as const;
	const [webhookUrl, otherWebhookUrl] = webhookPorts.map((port) => `http://127.0.0.1:${port}`) as [
		string,
		string,
	];
	const prepared = await nodeWithSettings(installed, userFolder, {
		variables: {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(services.redisPort),
			// How soon a killed worker is noticed; the defaults are a minute and half a minute.
			QUEUE_WORKER_LOCK_DURATION: '10000',
			QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
			QUEUE_WORKER_STALLED_INTERVAL: '5000',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(services.postgresPort),
			DB_POSTGRESDB_DATABASE: services.database,
			DB_POSTGRESDB_USER: services.database,
			DB_POSTGRESDB_POOL_SIZE: '10',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			WEBHOOK_URL: `${webhookUrl}/`,
		},
	});
	const main = await startN8n(prepared, userFolder);
	const logFiles = [main.logFile];
	cleanup.add(() => main.stop());
	const n8n = await N8nClient.logIn(main);
	const start = (name: string, args: string[], variables: Record<string, string>) =>
		startProcess(prepared, userFolder, { name, args, variables }, cleanup);
	const logOf = (name: string) => {
		const file = logFile(userFolder, name);
		logFiles.push(file);
		return file;
	};

	const workers: Worker[] = [];
	let started = 0;
	const addWorker = async () => {
		const name = `worker-${++started}`;
		const port = await freePort();
		const process = await start(name, ['worker', `--concurrency=${concurrency}`], {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(gracePeriodSeconds),
		});
		const file = logOf(name);
		const log = () => readFile(file, 'utf8');
		workers.push({
			process,
			log,
			executions: async () => {
				const text = await log();
				const count = (line: string) => text.split(line).length - 1;
				return {
					begun: count('Worker started execution'),
					ended: count('Worker finished execution'),
				};
			},
		});
		await untilReady(`http://127.0.0.1:${port}/healthz/readiness`);
	};
	const replaceWorkers = async () => {
		const missing = workerCount - workers.length;
		await Promise.all(Array.from({ length: missing }, addWorker));
	};
	const webhookProcesses = webhookPorts.map((port, index): WebhookProcess => {
		const name = `webhook-${index + 1}`;
		const url = `http://127.0.0.1:${port}`;
		let child: ChildProcess | undefined;
		logOf(name);
		return {
			url,
			kill: async () => {
				if (child) await killProgram(child);
			},
			start: async () => {
				child = await start(name, ['webhook'], { N8N_PORT: String(port) });
				await untilReady(`${url}/healthz`);
			},
		};
	});
	await Promise.all([...webhookProcesses.map((each) => each.start()), replaceWorkers()]);
	return {
		...{ n8n, webhookUrl, otherWebhookUrl, webhookProcesses, logFiles },
		...{ workers, concurrency, replaceWorkers },
	};
}

function logFile(userFolder: string, name: string): string {
	return join(userFolder, `${name}.log`);
}

async function startProcess(
	{ node, folder }: InstalledN8n,
	userFolder: string,
	{ name, args, variables }: { name: string; args: string[]; variables: Record<string, string> },
	cleanup: Cleanup,
): Promise<ChildProcess> {
	const log = openSync(logFile(userFolder, name), 'w');
	const child = startProgram(node, [join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), ...args], {
		cwd: userFolder,
		env: {
			HOME: process.env.HOME,
			PATH: `${dirname(node)}:${process.env.PATH}`,
			N8N_USER_FOLDER: userFolder,
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_LOG_LEVEL: 'info',
			...variables,
		},
		stdio: ['ignore', log, log],
	});
	cleanup.add(() => stopProgram(child, 10_000));
	return child;
}

async function untilReady(url: string): Promise<void> {
	const deadline = Date.now() + startTimeoutMs;
	while (Date.now() < deadline) {
		const response = await fetch(url).catch(() => undefined);
		await response?.body?.cancel();
		if (response?.ok) return;
		await sleep(200);
	}
	throw new Error(`${url} did not respond within ${startTimeoutMs / 1000} s.`);
}

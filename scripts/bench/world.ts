import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IConnections, INode } from 'n8n-workflow';
import { business } from '../../simulator/business';
import { credentialData } from '../credentialData';
import {
	errorMessage,
	N8nClient,
	type Credential,
	type Execution,
	type WorkflowDefinition,
} from '../n8n/client';
import { installN8n, type InstalledN8n } from '../n8n/install';
import { nodeWithSettings } from '../n8n/nodeWithSettings';
import { userFolderWithPackage } from '../n8n/package';
import { freePort } from '../n8n/ports';
import type { Cleanup } from '../n8n/processes';
import { startN8n, type N8nServer } from '../n8n/server';
import type { N8nVersion } from '../n8n/versions';
import { credentialType, to } from '../workflows';
import { SimulatorProcess } from './simulatorProcess';

/** What every case can reach. */
export interface BenchWorld {
	n8n: N8nClient;
	server: N8nServer;
	installed: InstalledN8n;
	userFolder: string;
	simulator: SimulatorProcess;
	/** Where the built-in trigger registers. */
	triggerHost: string;
	/** Process ID of n8n. */
	pid: number;
	/** Where n8n notes the bytes in its heap after each garbage collection that SIGUSR2 asks for. */
	heapFile: string;
	credential: Credential;
	/** For n8n's built-in node and its trigger. */
	builtIn: { node: Credential; trigger: Credential };
	quick: boolean;
	rounds: number;
	/** Rounds of the long runs, whose duration is set by a rate limit. */
	longRounds: number;
	/** The file in which a workflow records the messages that started it. */
	startedFile: string;
	/** Whether the simulator uses HTTPS, as Meta does. */
	https: boolean;
	/** The folder of the built checkout whose package is measured. */
	checkout: string;
	/** Restarts n8n, so that it has the memory of a fresh process. */
	restart(): Promise<void>;
}

const slowRunMs = 15 * 60_000;

/** Starts the simulator and an n8n with the package, each in a separate process. */
export async function startWorld(
	version: N8nVersion,
	options: Pick<BenchWorld, 'quick' | 'rounds' | 'longRounds' | 'https' | 'checkout'>,
	cleanup: Cleanup,
): Promise<BenchWorld> {
	const installed = await installN8n(version, console.log);
	const { userFolder } = await userFolderWithPackage(
		`${version.n8n}-bench`,
		cleanup,
		options.checkout,
	);
	const certificateFile = options.https ? join(userFolder, 'simulator.pem') : undefined;
	const simulator = await SimulatorProcess.start(certificateFile);
	cleanup.add(() => simulator.stop());
	const triggerHost = `http://127.0.0.1:${await freePort()}`;
	const pidFile = join(userFolder, 'n8n.pid');
	const heapFile = join(userFolder, 'heap.txt');
	const startedFile = join(userFolder, 'started.txt');
	const prepared = await nodeWithSettings(installed, userFolder, {
		preload: join(__dirname, 'preload.cjs'),
		variables: {
			BENCH_MESSAGES_HOST: simulator.url,
			BENCH_TRIGGER_HOST: triggerHost,
			BENCH_PID_FILE: pidFile,
			BENCH_HEAP_FILE: heapFile,
			BENCH_STARTED_FILE: startedFile,
			N8N_CUSTOM_EXTENSIONS: join(__dirname, 'nodes'),
			N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
			...(certificateFile !== undefined && { NODE_EXTRA_CA_CERTS: certificateFile }),
		},
	});
	const start = async () => {
		const server = await startN8n(prepared, userFolder);
		const n8n = await N8nClient.logIn(server);
		return { server, n8n, pid: Number(await readFile(pidFile, 'utf8')) };
	};
	const started = await start();
	const { n8n } = started;
	const world: BenchWorld = {
		...options,
		...started,
		installed,
		userFolder,
		simulator,
		triggerHost,
		startedFile,
		heapFile,
		credential: await n8n.createCredential('This', credentialType, credentialData(simulator.url)),
		builtIn: {
			node: await n8n.createCredential('Built-in', 'whatsAppApi', {
				accessToken: business.accessToken,
				businessAccountId: business.waba.id,
			}),
			trigger: await n8n.createCredential('Built-in trigger', 'whatsAppTriggerApi', {
				clientId: business.app.id,
				clientSecret: business.app.secret,
			}),
		},
		restart: async () => {
			await world.server.stop();
			Object.assign(world, await start());
		},
	};
	cleanup.add(() => world.server.stop());
	return world;
}

/** Errors of an n8n that is busy storing 10,000 items. */
const busy = /fetch failed|not ready|did not end within/;

/** Retries an idempotent call until n8n has time for it. */
async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
	const deadline = Date.now() + slowRunMs;
	for (;;) {
		try {
			return await call();
		} catch (error) {
			if (Date.now() > deadline || !busy.test(String(error))) throw error;
			await sleep(1000);
		}
	}
}

/**
 * Creates a workflow, runs it to its end without a time limit, and deletes it.
 * @param ended is awaited at the end, before n8n reads the data of the execution.
 */
export async function runToEnd(
	{ n8n }: Pick<BenchWorld, 'n8n'>,
	definition: WorkflowDefinition,
	triggerName: string,
	ended?: () => Promise<void>,
): Promise<Execution> {
	const workflow = await patiently(() => n8n.createWorkflow(definition));
	const execution = await patiently(async () => {
		// It has at most one execution: if there is one, the call that started it got no response in time.
		const [started] = await n8n.executionIds(workflow);
		const id = started ?? (await n8n.startWorkflow(workflow, triggerName));
		// n8n reads all data of an execution that is asked for, which would be measured as well.
		while ((await n8n.runningExecutions(workflow)) > 0) await sleep(500);
		await ended?.();
		return await n8n.finishedExecution(id);
	});
	await patiently(() => n8n.deleteWorkflow(workflow)).catch(() => undefined);
	if (execution.status !== 'success') throw new Error(errorMessage(execution));
	return execution;
}

/** Connects each node with the next. */
export function inLine(chain: readonly INode[]): IConnections {
	return Object.fromEntries(
		chain.slice(1).map((next, index) => [chain[index]?.name ?? '', to(next.name)]),
	);
}

/** Seconds that a node took, as n8n recorded them. */
export function secondsOf(execution: Execution, nodeName: string): number {
	const runs = execution.run.resultData.runData[nodeName] ?? [];
	return runs.reduce((sum, run) => sum + run.executionTime, 0) / 1000;
}

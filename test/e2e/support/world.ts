import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { RedisConnection } from '../../../nodes/memory/redisConnection';
import { RedisStore } from '../../../nodes/memory/redisStore';
import {
	conversationsPrefix,
	customersPrefix,
} from '../../../nodes/shared/conversation/conversationKeys';
import { listeningPrefix } from '../../../nodes/shared/conversation/listening';
import type { Credential, N8nClient } from '../../../scripts/n8n/client';
import type { PackedPackage } from '../../../scripts/n8n/package';
import type { N8nVersion } from '../../../scripts/n8n/versions';
import type { Simulator } from '../../../simulator';
import type { Cluster } from '../setup/cluster';
import { until } from './until';

/** What every test can reach. */
export interface World {
	version: N8nVersion;
	n8n: N8nClient;
	simulator: Simulator;
	credential: Credential;
}

/** One n8n. */
export interface ServerWorld extends World {
	/** The package as it was installed into n8n. */
	packed: PackedPackage;
	/** n8n's user folder. */
	userFolder: string;
	/** What was typed into the credential. */
	credentialData: IDataObject;
	/**
	 * Ends n8n and starts it again with its data, at the same URL; `n8n` is a new client then.
	 * @param variables of its environment, for this start only
	 */
	restartN8n(variables?: Record<string, string>): Promise<void>;
	/** The same after a crash. */
	killAndRestartN8n(): Promise<void>;
}

/** n8n in queue mode. */
export interface QueueWorld extends World {
	/** Of the Redis of the queue, in which the nodes remember. */
	redisUrl: string;
	/** As `credential`, which has the URL of that Redis, but without it. */
	withoutRedis: Credential;
	cluster: Cluster;
}

const { e2eWorld } = globalThis as unknown as { e2eWorld: World };

/** The n8n and the simulator that all tests of this run share. */
export const world = e2eWorld as ServerWorld;

/** The same in the tests of queue mode. */
export const queueWorld = e2eWorld as QueueWorld;

/** Long enough for all statuses and retries on a busy machine. */
const settledWithinMs = 300_000;

/** The business as it is seeded, without callback URLs, and without the limit of messages to one person. */
export async function resetSimulator(): Promise<void> {
	await world.simulator.reset();
	world.simulator.updateSettings({ pairLimit: null });
}

/** Lets the nodes forget pauses, opt-outs and all else: their memory survives every test. */
export async function forgetConversations(): Promise<void> {
	const { userFolder, redisUrl } = world as Partial<ServerWorld & QueueWorld>;
	if (redisUrl !== undefined) await forgetInRedis(redisUrl);
	if (userFolder === undefined) return;
	// The nodes notice that the file is gone, and begin a new one.
	rmSync(join(userFolder, '.n8n', 'whatsapp-business'), { recursive: true, force: true });
}

/** What is not about conversations stays: processes that run on may still need it. */
async function forgetInRedis(url: string): Promise<void> {
	const store = new RedisStore(new RedisConnection(url));
	for (const prefix of [conversationsPrefix, customersPrefix, listeningPrefix]) {
		for (const key of (await store.entries(prefix)).keys()) await store.delete(key);
	}
	await store.close();
}

/** Waits until the simulator has delivered all webhooks, also those that are planned. */
export async function settled(): Promise<void> {
	await world.simulator.settled(settledWithinMs);
}

/** Waits until no execution runs and the simulator has nothing more to deliver. */
export async function quiet(): Promise<void> {
	await until('an n8n that has nothing to do', async () => {
		const wasRunning = await world.n8n.runningExecutions();
		await settled();
		return wasRunning + (await world.n8n.runningExecutions()) === 0 ? true : undefined;
	});
}

/** Deactivates and deletes all workflows. */
export async function removeWorkflows(): Promise<void> {
	// n8n keeps a webhook URL that is called while n8n removes it.
	await quiet();
	for (const workflow of await world.n8n.workflows()) {
		if (workflow.active) await world.n8n.deactivateWorkflow(workflow);
		await world.n8n.deleteWorkflow(workflow);
	}
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { outputItems, type Execution, type SavedWorkflow } from '../../../scripts/n8n/client';
import type { Worker } from '../setup/cluster';
import {
	batchRowsName,
	dividing,
	left,
	open,
	paths,
	sending,
	statuses,
	takeBack,
	type Parts,
} from './broadcastWorkflows';
import { expectSuccess } from './executions';
import { publish } from './triggerWorkflow';
import { until } from './until';
import { queueWorld } from './world';

export interface BroadcastSize {
	batches: number;
	/** Recipients in each batch. */
	size: number;
}

interface Published {
	/** What a call of the webhooks must bring. */
	key: string;
	parts: Parts;
	divide: SavedWorkflow;
	batch: SavedWorkflow;
	all: SavedWorkflow[];
}

const keyHeader = 'x-batch-key';
const longestBroadcastMs = 8 * 60_000;
/** Longer than it takes n8n here to notice a killed worker: a batch that was begun again would be seen. */
const quietMs = 20_000;
/** Time for n8n to give an execution; one whose worker was killed may have no data to give. */
const readMs = 20_000;

/** Messages per second that WhatsApp accepts from the number. */
export const throughput = 80;

/** Settings of the simulator for broadcasts. @param sentAfterMs when the status `sent` follows; never if left out */
export function prepareBroadcasts(sentAfterMs?: number): void {
	queueWorld.simulator.updateSettings({
		latencyMs: 100,
		messagesPerSecond: throughput,
		pairLimit: null,
		enforceCustomerServiceWindow: false,
		statusDelaysMs: { sent: sentAfterMs ?? null, delivered: null, read: null },
		// Two cores may have no time for all statuses at once; Meta tries for days, too.
		webhookRetryDelaysMs: Array.from({ length: 60 }, () => 1000),
	});
}

/**
 * A broadcast in many executions, as docs/scaling.md advises: one workflow divides the rows of a table into batches
 * and calls the webhook of another with each. A row's ID is the callback data of its message.
 */
export class Broadcast {
	/** IDs of all rows. */
	readonly rows: string[];

	private constructor(
		private readonly size: BroadcastSize,
		private readonly published: Published,
	) {
		const count = size.batches * size.size;
		this.rows = Array.from({ length: count }, (_row, index) => String(index + 1));
	}

	/** Makes and publishes the workflows. `options` are those of the sending node. */
	static async create(
		size: BroadcastSize,
		options: INodeParameters,
		credential = queueWorld.credential,
	): Promise<Broadcast> {
		const { n8n, simulator, cluster } = queueWorld;
		// The records are of this broadcast alone.
		await simulator.reset({ keepCallbacks: true });
		const name = `broadcast-${randomUUID()}`;
		const key = randomUUID();
		const rows = Array.from({ length: size.batches * size.size }, (_row, index) => ({
			phone: `+4915500${String(index).padStart(6, '0')}`,
			status: open,
		}));
		const parts: Parts = {
			name,
			credential,
			table: await n8n.createDataTable(name, { phone: 'string', status: 'string' }, rows),
			key: await n8n.createCredential(name, 'httpHeaderAuth', { name: keyHeader, value: key }),
		};
		const divide = await publish(dividing(parts, cluster.webhookUrl, size.size));
		const batch = await publish(sending(parts, options));
		return new Broadcast(size, { key, parts, divide, batch, all: [divide, batch] });
	}

	/** From now on the status of each message is written into its row. */
	async writeStatuses(): Promise<void> {
		const { parts, all } = this.published;
		for (const definition of [statuses(parts), left(parts), takeBack(parts)]) {
			all.push(await publish(definition));
		}
	}

	/** Hands every open row to the workers, and waits until all is handed over. */
	async start(): Promise<void> {
		const { n8n } = queueWorld;
		const { divide } = this.published;
		const before = await n8n.executionCount(divide);
		await this.call(paths.divide);
		const id = await until('the execution that divides', async () => {
			const ids = await n8n.executionIds(divide);
			return ids.length > before ? ids[0] : undefined;
		});
		expectSuccess(await n8n.finishedExecution(id));
	}

	/** Hands the last batch over twice more at the same time, as retries of a call without a response would. */
	async handOverLastAgain(): Promise<void> {
		const rows = this.rows.slice(-this.size.size).map((id) => ({ id: Number(id) }));
		await Promise.all([this.call(paths.batch, { rows }), this.call(paths.batch, { rows })]);
	}

	/** HTTP status of a call of the batches' webhook without the key. */
	async statusWithoutKey(): Promise<number> {
		const response = await fetch(this.url(paths.batch), { method: 'POST' });
		await response.body?.cancel();
		return response.status;
	}

	/** Waits until the broadcast is under way and a worker has `inHand` executions; gives that worker. */
	async workerInTheMiddle(inHand: number): Promise<Worker> {
		await until('200 messages', () => queueWorld.simulator.messages()[199]);
		return await until(`a worker with ${inHand} executions in hand`, async () => {
			for (const worker of queueWorld.cluster.workers) {
				if ((await inHandOf(worker)) >= inHand) return worker;
			}
			return undefined;
		});
	}

	/**
	 * Waits until every worker has nothing in hand and either all messages are there or nothing has changed for
	 * some time.
	 */
	async finished(): Promise<void> {
		const deadline = Date.now() + longestBroadcastMs;
		let count = -1;
		let changedAt = Date.now();
		while (Date.now() < deadline) {
			const inHand = await Promise.all(queueWorld.cluster.workers.map(inHandOf));
			const now = queueWorld.simulator.messages().length;
			const idle = inHand.every((executions) => executions === 0);
			if (!idle || now !== count) changedAt = Date.now();
			count = now;
			if (idle && (count >= this.rows.length || Date.now() - changedAt > quietMs)) return;
			await sleep(200);
		}
	}

	/** IDs of the rows that were sent by WhatsApp's record, once for each message. */
	sent(): string[] {
		return queueWorld.simulator.messages().map(({ body }) => String(body.biz_opaque_callback_data));
	}

	/** IDs of the rows that WhatsApp has no message for. */
	lost(): string[] {
		const sent = new Set(this.sent());
		return this.rows.filter((id) => !sent.has(id));
	}

	/** IDs of the rows that were sent more than once. */
	doubled(): string[] {
		return this.sent().filter((id, index, all) => all.indexOf(id) !== index);
	}

	/** @throws Error with the IDs of what was not sent once */
	expectAllOnce(): void {
		expect({ lost: this.lost(), doubled: this.doubled() }).toEqual({ lost: [], doubled: [] });
	}

	/** IDs of the rows without a status from WhatsApp, by the table; the statuses must be written. */
	async left(): Promise<string[]> {
		return await this.call(paths.left);
	}

	/** Opens the rows that were taken and have no status from WhatsApp. */
	async takeBack(): Promise<void> {
		await this.call(paths.takeBack);
	}

	/** By n8n's record: IDs of the rows of the executions that succeeded, and how many did not. */
	async record(): Promise<{ done: Set<string>; unfinished: number }> {
		const { n8n } = queueWorld;
		const ids = await n8n.executionIds(this.published.batch);
		const executions = await Promise.all(ids.map(readExecution));
		const succeeded = executions.filter((execution) => execution?.status === 'success');
		const items = succeeded.flatMap((execution) =>
			execution ? outputItems(execution, batchRowsName) : [],
		);
		return {
			done: new Set(items.map(({ json }) => String(json.id))),
			unfinished: executions.length - succeeded.length,
		};
	}

	async remove(): Promise<void> {
		for (const workflow of this.published.all) {
			await queueWorld.n8n.deactivateWorkflow(workflow);
		}
	}

	private url(path: string): string {
		return `${queueWorld.cluster.webhookUrl}/webhook/${this.published.parts.name}-${path}`;
	}

	/** @returns the IDs of the rows in the response */
	private async call(path: string, body: object = {}): Promise<string[]> {
		const response = await fetch(this.url(path), {
			method: 'POST',
			headers: { 'content-type': 'application/json', [keyHeader]: this.published.key },
			body: JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`The webhook process responded ${response.status}: ${text}`);
		const rows: unknown = JSON.parse(text);
		if (!Array.isArray(rows)) return [];
		return (rows as Array<{ id?: number }>).flatMap(({ id }) =>
			id === undefined ? [] : [String(id)],
		);
	}
}

async function inHandOf(worker: Worker): Promise<number> {
	const { begun, ended } = await worker.executions();
	return begun - ended;
}

/** @returns undefined for an execution that can't be read */
async function readExecution(id: string): Promise<Execution | undefined> {
	return await Promise.race([
		queueWorld.n8n.finishedExecution(id).catch(() => undefined),
		sleep(readMs, undefined, { ref: false }),
	]);
}

/** Messages per second over the whole broadcast, and the part of all tries that WhatsApp rejected as too fast. */
export function pace(): { perSecond: number; rejected: number } {
	const { simulator } = queueWorld;
	const times = simulator.messages().map(({ acceptedAt }) => acceptedAt);
	const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
	const calls = simulator.requests().filter(({ path: called }) => called.endsWith('/messages'));
	const rejected = calls.filter(({ errorCode }) => errorCode === 130429).length;
	return { perSecond: times.length / seconds, rejected: rejected / calls.length };
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { until } from '../e2e/until';
import {
	errorMessage,
	outputItems,
	type Credential,
	type SavedWorkflow,
	type WorkflowDefinition,
} from '../n8n/client';
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
import type { Cluster } from './cluster';

export interface BroadcastSize {
	batches: number;
	/** Recipients in each batch. */
	size: number;
}

interface BroadcastWorld {
	cluster: Cluster;
	simulator: Simulator;
	credential: Credential;
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
const longestBroadcastMs = 5 * 60_000;
/**
 * Without a new message for so long, nothing is under way any more: longer than it takes n8n here to notice a
 * killed worker, so that a batch that was begun again would be seen.
 */
const quietMs = 20_000;
/** Time in which something that was sent twice would still arrive after all is there. */
const afterAllMs = 3000;

/**
 * A broadcast in many executions, as docs/scaling.md advises: one workflow divides the rows of a table into batches
 * and calls the webhook of another with each. A row's ID is the callback data of its message.
 */
export class Broadcast {
	/** IDs of all rows. */
	readonly rows: string[];

	private constructor(
		private readonly world: BroadcastWorld,
		private readonly size: BroadcastSize,
		private readonly published: Published,
	) {
		const count = size.batches * size.size;
		this.rows = Array.from({ length: count }, (_row, index) => String(index + 1));
	}

	/** Makes and publishes the workflows. `options` are those of the sending node. */
	static async create(
		world: BroadcastWorld,
		size: BroadcastSize,
		options: INodeParameters,
	): Promise<Broadcast> {
		const { n8n, webhookUrl } = world.cluster;
		const name = `broadcast-${randomUUID()}`;
		const key = randomUUID();
		const rows = Array.from({ length: size.batches * size.size }, (_row, index) => ({
			phone: `+4915500${String(index).padStart(6, '0')}`,
			status: open,
		}));
		const parts: Parts = {
			name,
			credential: world.credential,
			table: await n8n.createDataTable(name, { phone: 'string', status: 'string' }, rows),
			key: await n8n.createCredential(name, 'httpHeaderAuth', { name: keyHeader, value: key }),
		};
		const divide = await publish(world, dividing(parts, webhookUrl, size.size));
		const batch = await publish(world, sending(parts, options));
		return new Broadcast(world, size, { key, parts, divide, batch, all: [divide, batch] });
	}

	/** From now on the status of each message is written into its row. */
	async writeStatuses(): Promise<void> {
		const { parts, all } = this.published;
		for (const definition of [statuses(parts), left(parts), takeBack(parts)]) {
			all.push(await publish(this.world, definition));
		}
	}

	/** Hands every open row to the workers, and waits until all is handed over. */
	async start(): Promise<void> {
		const { n8n } = this.world.cluster;
		const { divide } = this.published;
		const before = await n8n.executionCount(divide);
		await this.call(paths.divide);
		const id = await until('the execution that divides', async () => {
			const ids = await n8n.executionIds(divide);
			return ids.length > before ? ids[0] : undefined;
		});
		const execution = await n8n.finishedExecution(id);
		if (execution.status !== 'success') throw new Error(errorMessage(execution));
	}

	/** Hands the last batch over twice more at the same time, as retries of a call without an answer would. */
	async handOverLastAgain(): Promise<void> {
		const rows = this.rows.slice(-this.size.size).map((id) => ({ id: Number(id) }));
		await Promise.all([this.call(paths.batch, { rows }), this.call(paths.batch, { rows })]);
	}

	/** HTTP status of a call of the batches' webhook without the key. */
	async statusWithoutKey(): Promise<number> {
		const answer = await fetch(this.url(paths.batch), { method: 'POST' });
		await answer.body?.cancel();
		return answer.status;
	}

	/** Waits until no message has come for some time. */
	async finished(): Promise<void> {
		const deadline = Date.now() + longestBroadcastMs;
		let count = -1;
		let changedAt = Date.now();
		while (Date.now() < deadline && Date.now() - changedAt < quietMs) {
			const now = this.world.simulator.messages().length;
			if (now !== count) changedAt = Date.now();
			count = now;
			if (count >= this.rows.length) break;
			await sleep(200);
		}
		await sleep(afterAllMs);
	}

	/** IDs of the rows that were sent by WhatsApp's record, once for each message. */
	sent(): string[] {
		return this.world.simulator.messages().map(({ body }) => String(body.biz_opaque_callback_data));
	}

	/** IDs of the rows that WhatsApp has no message for. */
	lost(): string[] {
		const sent = new Set(this.sent());
		return this.rows.filter((id) => !sent.has(id));
	}

	/** How many messages were too many. */
	doubled(): number {
		const sent = this.sent();
		return sent.length - new Set(sent).size;
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
		const { n8n } = this.world.cluster;
		const done = new Set<string>();
		let unfinished = 0;
		for (const id of await n8n.executionIds(this.published.batch)) {
			const execution = await Promise.race([
				// An execution whose worker was killed may have no data to read.
				n8n.finishedExecution(id).catch(() => undefined),
				sleep(5000, undefined, { ref: false }),
			]);
			if (execution?.status !== 'success') unfinished++;
			else for (const { json } of outputItems(execution, batchRowsName)) done.add(String(json.id));
		}
		return { done, unfinished };
	}

	async remove(): Promise<void> {
		for (const workflow of this.published.all) {
			await this.world.cluster.n8n.deactivateWorkflow(workflow);
		}
	}

	private url(path: string): string {
		return `${this.world.cluster.webhookUrl}/webhook/${this.published.parts.name}-${path}`;
	}

	/** @returns the IDs of the rows in the answer */
	private async call(path: string, body: object = {}): Promise<string[]> {
		const answer = await fetch(this.url(path), {
			method: 'POST',
			headers: { 'content-type': 'application/json', [keyHeader]: this.published.key },
			body: JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`The webhook process answered ${answer.status}: ${text}`);
		const rows: unknown = JSON.parse(text);
		if (!Array.isArray(rows)) return [];
		return (rows as Array<{ id?: number }>).flatMap(({ id }) =>
			id === undefined ? [] : [String(id)],
		);
	}
}

async function publish(
	{ cluster: { n8n } }: BroadcastWorld,
	definition: WorkflowDefinition,
): Promise<SavedWorkflow> {
	const workflow = await n8n.createWorkflow(definition);
	await n8n.activateWorkflow(workflow);
	return workflow;
}

/** Messages per second over the whole broadcast, and the part of all tries that WhatsApp refused as too fast. */
export function pace(simulator: Simulator): { perSecond: number; refused: number } {
	const times = simulator.messages().map(({ acceptedAt }) => acceptedAt);
	const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
	const calls = simulator.requests().filter(({ path: called }) => called.endsWith('/messages'));
	const refused = calls.filter(({ errorCode }) => errorCode === 130429).length;
	return { perSecond: times.length / seconds, refused: refused / calls.length };
}

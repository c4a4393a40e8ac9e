import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import {
	outputItems,
	type Credential,
	type Execution,
	type SavedWorkflow,
	type WorkflowDefinition,
} from '../../../scripts/n8n/client';
import { actionName, actionNodeType, credentialOf, node, to } from '../../../scripts/workflows';
import { publish } from './triggerWorkflow';
import { until } from './until';
import { world } from './world';

/** A row of a broadcast. `again` is the choice of 'On Unknown Outcome'. */
export interface KeyedRow {
	key: string;
	to: string;
	again: 'stop' | 'sendAgain';
}

export function keyedRows(name: string, count: number): KeyedRow[] {
	return Array.from({ length: count }, (_row, index) => ({
		key: `${name}-${index}`,
		to: `+4915522${String(index).padStart(6, '0')}`,
		again: 'stop',
	}));
}

/** A webhook whose body has the rows of a broadcast, each with its Send Once Key. */
export class KeyedBroadcast {
	private constructor(
		readonly workflow: SavedWorkflow,
		private readonly url: string,
	) {}

	static async publish(credential: Credential, webhookUrl: string): Promise<KeyedBroadcast> {
		const path = randomUUID();
		const webhook = {
			...node('Webhook', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path }, [0, 0]),
			...{ typeVersion: 2, webhookId: path },
		};
		const workflow = await publish(broadcastOf([webhook], credential, 0));
		return new KeyedBroadcast(workflow, `${webhookUrl}/webhook/${path}`);
	}

	/** Calls the webhook. */
	async start(rows: readonly KeyedRow[]): Promise<void> {
		const response = await fetch(this.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ rows }),
		});
		if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
	}

	/** IDs of the executions, newest first, once there are so many. */
	async executions(count: number): Promise<string[]> {
		return await until(`${count} executions`, async () => {
			const ids = await world.n8n.executionIds(this.workflow);
			return ids.length >= count ? ids : undefined;
		});
	}
}

/**
 * A broadcast of the same rows that starts every second, so that one begins before the other has ended.
 * @param rate messages per second.
 */
export async function publishSchedule(
	credential: Credential,
	rows: readonly KeyedRow[],
	rate: number,
): Promise<SavedWorkflow> {
	const rule = { interval: [{ field: 'seconds', secondsInterval: 1 }] };
	const jsonOutput = JSON.stringify({ body: { rows } });
	const schedule = {
		...node('Every second', 'n8n-nodes-base.scheduleTrigger', { rule }, [-200, 0]),
		typeVersion: 1.2,
	};
	const list = {
		...node('List', 'n8n-nodes-base.set', { mode: 'raw', jsonOutput, options: {} }, [0, 0]),
		typeVersion: 3.4,
	};
	return await publish(broadcastOf([schedule, list], credential, rate));
}

/** @param before the nodes that lead to the rows, each to the next. */
function broadcastOf(
	before: INode[],
	credential: Credential,
	messagesPerSecond: number,
): WorkflowDefinition {
	const options = {
		sendOnceKey: '={{ $json.key }}',
		onUnknownOutcome: '={{ $json.again }}',
		messagesPerSecond,
	};
	const nodes = [
		...before,
		node(
			'Rows',
			'n8n-nodes-base.splitOut',
			{ fieldToSplitOut: 'body.rows', options: {} },
			[200, 0],
		),
		{
			...node(
				actionName,
				actionNodeType,
				{
					...{ resource: 'message', operation: 'sendText' },
					...{ to: '={{ $json.to }}', text: 'Hello', options },
				},
				[400, 0],
			),
			onError: 'continueRegularOutput' as const,
			credentials: credentialOf(credential),
		},
	];
	const connections = Object.fromEntries(
		nodes.slice(0, -1).map(({ name }, index) => [name, to(nodes[index + 1]?.name ?? '')]),
	);
	return { name: 'Broadcast with keys', nodes, connections };
}

/** Keys of the rows by what became of them: sent, already sent, or the outcome of the error. */
export function outcomesOf(execution: Execution, rows: readonly KeyedRow[]): Map<string, string[]> {
	const outcomes = new Map<string, string[]>();
	for (const [index, { json }] of outputItems(execution, actionName).entries()) {
		const { alreadySent, error } = json as { alreadySent?: boolean; error?: IDataObject };
		const outcome = error ? String(error.outcome) : alreadySent ? 'alreadySent' : 'sent';
		const keys = outcomes.get(outcome) ?? [];
		keys.push(rows[index]?.key ?? '');
		outcomes.set(outcome, keys);
	}
	return outcomes;
}

/** Keys of the rows that WhatsApp has no message for, and of those it has more than one for. */
export function record(rows: readonly KeyedRow[]): { missing: string[]; doubled: string[] } {
	const counts = new Map<unknown, number>();
	for (const { body } of world.simulator.messages()) {
		const key = body.biz_opaque_callback_data;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const keys = rows.map(({ key }) => key);
	return {
		missing: keys.filter((key) => !counts.has(key)),
		doubled: keys.filter((key) => (counts.get(key) ?? 0) > 1),
	};
}

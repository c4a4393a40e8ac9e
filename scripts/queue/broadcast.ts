import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { AcceptedMessage, Simulator } from '../../simulator';
import type { Credential, SavedWorkflow } from '../n8n/client';
import { actionName, actionNodeType, credentialOf, node, to } from '../workflows';
import type { Cluster } from './cluster';

/** A broadcast in many executions: each gets a batch of recipients. */
export interface Broadcast {
	/** Recipients by batch. */
	batches: string[][];
	workflow: SavedWorkflow;
}

const path = 'broadcast';
const longestBroadcastMs = 5 * 60_000;
/**
 * Without a new message for so long, nothing is under way any more: longer than it takes n8n here to notice a
 * killed worker, so that a batch that was begun again would be seen.
 */
const quietMs = 20_000;
/** Time in which something that was sent twice would still arrive after all is there. */
const afterAllMs = 3000;

/** A workflow that sends a text to each recipient it is called with, with the batch as callback data. */
export async function createBroadcastWorkflow(
	{ n8n }: Cluster,
	credential: Credential,
	options: INodeParameters = {},
): Promise<SavedWorkflow> {
	const workflow = await n8n.createWorkflow({
		name: 'Broadcast',
		nodes: [
			{
				...node(
					'Batch',
					'n8n-nodes-base.webhook',
					{ httpMethod: 'POST', path, responseMode: 'onReceived' },
					[0, 0],
				),
				typeVersion: 2,
				webhookId: path,
			},
			node(
				'Recipients',
				'n8n-nodes-base.splitOut',
				{ fieldToSplitOut: 'body.recipients', options: { destinationFieldName: 'to' } },
				[200, 0],
			),
			{
				...node(
					actionName,
					actionNodeType,
					{
						resource: 'message',
						operation: 'sendText',
						to: '={{ $json.to }}',
						text: 'Hello',
						options: { callbackData: "={{ $('Batch').first().json.body.batch }}", ...options },
					},
					[400, 0],
				),
				credentials: credentialOf(credential),
			},
		],
		connections: { Batch: to('Recipients'), Recipients: to(actionName) },
	});
	await n8n.activateWorkflow(workflow);
	return workflow;
}

/** Hands every batch to the webhook process at once; the workers take them from the queue. */
export async function startBroadcast(
	{ webhookUrl }: Cluster,
	workflow: SavedWorkflow,
	{ count, size }: { count: number; size: number },
): Promise<Broadcast> {
	const batches = Array.from({ length: count }, (_batch, batch) =>
		Array.from(
			{ length: size },
			(_recipient, index) => `+4915500${String(batch * size + index).padStart(6, '0')}`,
		),
	);
	await Promise.all(
		batches.map(async (recipients, batch) => {
			const answer = await fetch(`${webhookUrl}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ batch: String(batch), recipients }),
			});
			if (!answer.ok) throw new Error(`The webhook process answered ${answer.status}.`);
		}),
	);
	return { batches, workflow };
}

/** What WhatsApp has of each batch. */
export interface BatchRecord {
	wanted: number;
	/** Recipients that were sent to, once for each message. */
	sent: string[];
}

/** Waits until no message has come for some time, and gives what WhatsApp has of each batch. */
export async function finished(
	simulator: Simulator,
	{ batches }: Broadcast,
): Promise<BatchRecord[]> {
	const deadline = Date.now() + longestBroadcastMs;
	let count = -1;
	let changedAt = Date.now();
	while (Date.now() < deadline && Date.now() - changedAt < quietMs) {
		const now = simulator.messages().length;
		if (now !== count) changedAt = Date.now();
		count = now;
		if (count >= batches.flat().length) break;
		await sleep(200);
	}
	await sleep(afterAllMs);
	const byBatch = new Map<string, AcceptedMessage[]>();
	for (const message of simulator.messages()) {
		const batch = String(message.body.biz_opaque_callback_data);
		byBatch.set(batch, [...(byBatch.get(batch) ?? []), message]);
	}
	return batches.map((recipients, batch) => ({
		wanted: recipients.length,
		sent: (byBatch.get(String(batch)) ?? []).map(({ body }) => String(body.to)),
	}));
}

export function doubled(records: BatchRecord[]): number {
	return records.reduce((sum, { sent }) => sum + sent.length - new Set(sent).size, 0);
}

export function lost(records: BatchRecord[]): number {
	return records.reduce((sum, { sent, wanted }) => sum + wanted - new Set(sent).size, 0);
}

/** Messages per second over the whole broadcast, and the part of all tries that WhatsApp refused as too fast. */
export function pace(simulator: Simulator): { perSecond: number; refused: number } {
	const times = simulator.messages().map(({ acceptedAt }) => acceptedAt);
	const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
	const calls = simulator.requests().filter(({ path: called }) => called.endsWith('/messages'));
	const refused = calls.filter(({ errorCode }) => errorCode === 130429).length;
	return { perSecond: times.length / seconds, refused: refused / calls.length };
}

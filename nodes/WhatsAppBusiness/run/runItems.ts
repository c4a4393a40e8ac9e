import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { GraphApi } from '../../graphApi/graphApi';
import { MediaUploads } from '../files/mediaUploads';
import { itemKey, runOnce } from './itemMemo';
import { runJobs } from './jobQueue';
import type { RunOutcomes } from './jobQueue';
import { nodeError } from '../../shared/nodeErrors';
import { carryOut } from './runOperation';
import type { PreparedItem } from './runOperation';
import { EventLoopYielder } from './eventLoop';

/** Builds the request of an item. Throws for an invalid value. */
export type Prepare = (itemIndex: number) => PreparedItem;

/**
 * Validates all items before sending the first.
 * @throws NodeOperationError for the first invalid item.
 */
export async function prepareAll(
	context: IExecuteFunctions,
	prepare: Prepare,
): Promise<PreparedItem[]> {
	const prepared: PreparedItem[] = [];
	const yielder = new EventLoopYielder();
	const items = context.getInputData();
	const signal = context.getExecutionCancelSignal();
	for (const itemIndex of items.keys()) {
		while (yielder.shouldYield) await yielder.yield();
		if (signal?.aborted) break;
		try {
			prepared.push(prepare(itemIndex));
		} catch (error) {
			const summary =
				items.length > 1 ? 'No item was processed; it is safe to run again.' : undefined;
			throw nodeError(error, context.getNode(), itemIndex, summary);
		}
	}
	return prepared;
}

interface RunItems {
	api: GraphApi;
	prepare: Prepare;
	/** Items in progress at the same time. */
	atOnce: number;
	/** Aborted at the first failure, unless the node continues on fail. */
	stopping: AbortController;
	/** Filled in while the items end. */
	outcomes: RunOutcomes<INodeExecutionData[]>;
}

/**
 * Runs the items and waits for all that were started.
 * @returns the index of the item that failed first, or undefined if none failed.
 */
export async function runItems(
	context: IExecuteFunctions,
	{ api, prepare, atOnce, stopping, outcomes }: RunItems,
): Promise<number | undefined> {
	const node = context.getNode();
	const stopAtFailure = !context.continueOnFail();
	const signal = context.getExecutionCancelSignal();
	const { helpers } = context;
	const tools = { api, helpers, uploads: new MediaUploads(helpers, api), found: new Map() };
	let firstFailure: number | undefined;
	await runJobs(
		context.getInputData(),
		{ outcomes, atOnce, stopped: () => signal?.aborted === true || stopping.signal.aborted },
		(item, itemIndex) => {
			const ready = prepare(itemIndex);
			const run = async () => {
				const output = await carryOut(ready, tools);
				return output.map((entry) => ({ ...entry, pairedItem: { item: itemIndex } }));
			};
			return {
				queue: chatOf(ready),
				run: () =>
					runOnce(itemKey(item, node), run).catch((error: unknown) => {
						firstFailure ??= itemIndex;
						if (stopAtFailure) stopping.abort();
						throw error;
					}),
			};
		},
	);
	return firstFailure;
}

// Messages to one recipient are sent one after the other: out of order, a chat makes no sense.
function chatOf({ request }: PreparedItem): string | undefined {
	const { phoneNumberId, recipient } = request?.countsFor ?? {};
	return recipient === undefined ? undefined : `${phoneNumberId} ${recipient}`;
}

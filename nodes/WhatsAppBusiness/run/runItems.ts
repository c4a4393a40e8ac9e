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

/** Makes the request of an item. It throws when a value can't work. */
export type Prepare = (itemIndex: number) => PreparedItem;

/**
 * Prepares all items before any is carried out.
 * @throws NodeOperationError for the first that can't work.
 */
export async function prepareAll(
	context: IExecuteFunctions,
	prepare: Prepare,
): Promise<PreparedItem[]> {
	const prepared: PreparedItem[] = [];
	const turns = new EventLoopYielder();
	const items = context.getInputData();
	const signal = context.getExecutionCancelSignal();
	for (const itemIndex of items.keys()) {
		while (turns.shouldYield) await turns.yield();
		if (signal?.aborted) break;
		try {
			prepared.push(prepare(itemIndex));
		} catch (error) {
			const standing =
				items.length > 1 ? 'No item was carried out, so it is safe to run it again.' : undefined;
			throw nodeError(error, context.getNode(), itemIndex, standing);
		}
	}
	return prepared;
}

interface RunItems {
	api: GraphApi;
	prepare: Prepare;
	/** Items under way at the same time. */
	atOnce: number;
	/** Ends the run at its first failure, unless the node is set to continue on fail. */
	stopping: AbortController;
	/** Filled in as the items end. */
	ended: RunOutcomes<INodeExecutionData[]>;
}

/**
 * Carries out the items of a run and waits for all that were started.
 * @returns the index of the item that failed first, or undefined when none did.
 */
export async function runItems(
	context: IExecuteFunctions,
	{ api, prepare, atOnce, stopping, ended }: RunItems,
): Promise<number | undefined> {
	const node = context.getNode();
	const stopAtFailure = !context.continueOnFail();
	const signal = context.getExecutionCancelSignal();
	const { helpers } = context;
	const tools = { api, helpers, uploads: new MediaUploads(helpers, api), found: new Map() };
	let firstFailure: number | undefined;
	await runJobs(
		context.getInputData(),
		{ ended, atOnce, stopped: () => signal?.aborted === true || stopping.signal.aborted },
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

// Messages to one recipient go out one after the other: a chat reads wrong otherwise.
function chatOf({ request }: PreparedItem): string | undefined {
	const { phoneNumberId, recipient } = request?.countsFor ?? {};
	return recipient === undefined ? undefined : `${phoneNumberId} ${recipient}`;
}

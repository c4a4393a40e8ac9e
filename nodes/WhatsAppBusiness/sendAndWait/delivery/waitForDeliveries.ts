import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Store } from '../../../memory/store';
import { KnownReports } from '../../../shared/deliveryReports';
import { storePending } from '../pendingQuestion';
import { isOver, withDeliveries, withReports } from './awaitedMessages';
import type { PendingDeliveries } from './awaitedMessages';
import { savedDeliveries } from './savedDeliveries';

/**
 * Makes the execution wait for the deliveries, unless all are known already: statuses may come in while other messages
 * are sent.
 * @returns the items.
 */
export async function waitForDeliveries(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	pending: PendingDeliveries,
	{ memory, secrets }: { memory: Store; secrets: readonly string[] },
): Promise<INodeExecutionData[][]> {
	const wait = { executionId: pending.executionId, questionId: pending.id };
	const known = new KnownReports(memory);
	const reports = await known.of(wait);
	const now = withReports(pending, reports, { node: context.getNode(), secrets });
	const output = withDeliveries(items, now.messages);
	if (!isOver(now)) return await store(context, output, now);
	await known.end(wait);
	return [output];
}

/** Goes on waiting after some of the deliveries became known. Undefined if the node runs for another reason. */
export async function waitForOtherDeliveries(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][] | undefined> {
	const saved = savedDeliveries(context);
	return saved && (await store(context, saved.items, saved.pending));
}

/** n8n passes on what is stored if the time is over, so the items say what is known. */
async function store(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	pending: PendingDeliveries,
): Promise<INodeExecutionData[][]> {
	storePending(context, pending);
	// With an error output, n8n empties the list that it gets.
	context.getExecuteData().data.main = [[...items]];
	await context.putExecutionToWait(new Date(pending.until));
	return [items];
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { PendingDeliveries } from './awaitedMessages';

/** Key of the first item, beside `json`, with the `PendingDeliveries`. */
const savedKey = 'awaitedDeliveries';

/**
 * The items with which n8n runs the node again, so that it stores what is known by now and goes on waiting.
 * @param items of the output.
 */
export function itemsToSave(
	items: readonly INodeExecutionData[],
	pending: PendingDeliveries,
): INodeExecutionData[] {
	const saved = { ...pending, round: pending.round + 1 };
	return items.map((item, position) => (position === 0 ? { ...item, [savedKey]: saved } : item));
}

/** What this execution waits for, if the node runs again to store it, and the items of the output. */
export function savedDeliveries(
	context: Pick<IExecuteFunctions, 'getExecutionId' | 'getInputData'>,
): { pending: PendingDeliveries; items: INodeExecutionData[] } | undefined {
	const items = context.getInputData();
	const pending = items[0]?.[savedKey] as PendingDeliveries | undefined;
	// A retry of the execution is another one, and sends again.
	if (pending?.executionId !== context.getExecutionId()) return undefined;
	return { pending, items: items.map((item) => ({ ...item, [savedKey]: undefined })) };
}

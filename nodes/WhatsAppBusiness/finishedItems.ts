import type { INodeExecutionData } from 'n8n-workflow';

import { GraphError } from '../graphApi/errors';

/** How an item ended for good: with output, or with an error after which it must not be sent again. */
type Finished = { output: INodeExecutionData[] } | { error: GraphError };

// n8n makes new item objects for each run of a node and hands the same ones to every try of that run.
const finished = new WeakMap<INodeExecutionData, Finished>();

/**
 * Runs an item once, even when n8n runs the whole node again because of 'Retry On Fail': an item that was sent
 * keeps its output, and one whose outcome is unknown keeps its error. Only what was certainly not accepted is
 * tried again.
 * @throws whatever `run` throws.
 */
export async function runOnce(
	item: INodeExecutionData,
	run: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const earlier = finished.get(item);
	if (earlier) {
		if ('error' in earlier) throw earlier.error;
		return earlier.output;
	}
	try {
		const output = await run();
		finished.set(item, { output });
		return output;
	} catch (error) {
		if (error instanceof GraphError && error.facts.outcome === 'unknown') {
			finished.set(item, { error });
		}
		throw error;
	}
}

import type { INode, INodeExecutionData } from 'n8n-workflow';

import { isTool } from '../isTool';
import { RequestError } from '../../graphApi/errors/requestError';
import { processState } from '../../graphApi/processState';

/** The final outcome of an item: its output, or an error after which it must not be sent again. */
type Finished = { output: INodeExecutionData[] } | { error: RequestError };

const finished = processState(() => new WeakMap<object, Finished>());

/**
 * Identity of an item across n8n's retries of one run. n8n creates new item objects for each run of a node and passes
 * the same ones to every try. For a tool of an AI agent it may create new items for each try, with the same arguments
 * in them; other nodes can't go by the arguments, because several branches may share them.
 */
export function itemKey(item: INodeExecutionData, node: Pick<INode, 'type'>): object {
	return isTool(node) ? item.json : item;
}

/** Whether an earlier try of the run finished the item. */
export function hasFinished(key: object): boolean {
	const earlier = finished().get(key);
	return earlier !== undefined && 'output' in earlier;
}

/**
 * Runs an item once, even if n8n runs the whole node again because of 'Retry On Fail': an item that was sent keeps its
 * output, and one with an unknown outcome keeps its error. Only what was certainly not accepted is retried.
 * @param key of the item, see `itemKey`.
 * @throws whatever `run` throws.
 */
export async function runOnce(
	key: object,
	run: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const earlier = finished().get(key);
	if (earlier) {
		if ('error' in earlier) throw earlier.error;
		return earlier.output;
	}
	try {
		const output = await run();
		finished().set(key, { output });
		return output;
	} catch (error) {
		if (error instanceof RequestError && error.facts.outcome === 'unknown') {
			finished().set(key, { error });
		}
		throw error;
	}
}

import type { INode, INodeExecutionData } from 'n8n-workflow';

import { RequestError } from '../../graphApi/errors/requestError';
import { processState } from '../../graphApi/processState';

/** How an item ended for good: with output, or with an error after which it must not be sent again. */
type Finished = { output: INodeExecutionData[] } | { error: RequestError };

const finished = processState(() => new WeakMap<object, Finished>());

/**
 * What stays the same over the tries of one run and is new in the next: n8n makes new item objects for each run of
 * a node and hands the same ones to every try. For the tool of an AI agent it may make them for each try, but the
 * arguments in them once; elsewhere several branches share them.
 */
export function itemKey(item: INodeExecutionData, { type }: Pick<INode, 'type'>): object {
	return type.endsWith('Tool') ? item.json : item;
}

/** Whether an item was carried out in an earlier try. */
export function hasFinished(identity: object): boolean {
	const earlier = finished().get(identity);
	return earlier !== undefined && 'output' in earlier;
}

/**
 * Runs an item once, even when n8n runs the whole node again because of 'Retry On Fail': an item that was sent
 * keeps its output, and one whose outcome is unknown keeps its error. Only what was certainly not accepted is
 * tried again.
 * @param identity of the item.
 * @throws whatever `run` throws.
 */
export async function runOnce(
	identity: object,
	run: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const earlier = finished().get(identity);
	if (earlier) {
		if ('error' in earlier) throw earlier.error;
		return earlier.output;
	}
	try {
		const output = await run();
		finished().set(identity, { output });
		return output;
	} catch (error) {
		if (error instanceof RequestError && error.facts.outcome === 'unknown') {
			finished().set(identity, { error });
		}
		throw error;
	}
}

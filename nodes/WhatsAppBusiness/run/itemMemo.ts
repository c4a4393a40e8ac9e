import type { INode, INodeExecutionData } from 'n8n-workflow';

import { isTool } from '../isTool';
import { RequestError } from '../../graphApi/errors/requestError';
import { processState } from '../../graphApi/processState';
import type { JsonObject } from '../../graphApi/types';

/**
 * What became of an item: its output, an error after which it must not be sent again, or the responses to those of its
 * messages that were sent.
 */
type Outcome =
	{ output: INodeExecutionData[] } | { error: RequestError } | { responses: readonly JsonObject[] };

const outcomes = processState(() => new WeakMap<object, Outcome>());

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
	return 'output' in (outcomeOf(key) ?? {});
}

/** What became of the item in an earlier try of the run, if that stays so. */
export function outcomeOf(key: object): Outcome | undefined {
	return outcomes().get(key);
}

/** Notes what became of an item, unless it may be tried again. */
export function noteOutcome(
	key: object,
	outcome: { output: INodeExecutionData[] } | { error: unknown },
) {
	if ('output' in outcome) outcomes().set(key, outcome);
	else if (outcome.error instanceof RequestError && outcome.error.facts.outcome === 'unknown') {
		outcomes().set(key, { error: outcome.error });
	}
}

/**
 * Runs an item once, even if n8n runs the whole node again because of 'Retry On Fail': an item that was sent keeps its
 * output, and one with an unknown outcome keeps its error. Only what was certainly not accepted is retried.
 * @param key of the item, see `itemKey`.
 * @param run gets the responses to those of its messages that an earlier try has sent.
 * @throws whatever `run` throws.
 */
export async function runOnce(
	key: object,
	run: (responses: readonly JsonObject[]) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const earlier = outcomes().get(key);
	if (earlier && 'error' in earlier) throw earlier.error;
	if (earlier && 'output' in earlier) return earlier.output;
	try {
		const output = await run(earlier?.responses ?? []);
		noteOutcome(key, { output });
		return output;
	} catch (error) {
		const sent = error instanceof RequestError ? error.facts.earlier : undefined;
		if (sent?.isRestUnsent) outcomes().set(key, { responses: sent.responses });
		else noteOutcome(key, { error });
		throw error;
	}
}

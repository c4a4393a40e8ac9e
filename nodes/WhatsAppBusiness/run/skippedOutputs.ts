import type { INodeExecutionData } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import type { RunOutcomes } from './jobQueue';

/** Not told from what is in them: with 'Keep Input Fields' an item may have any field. */
const outputs = processState(() => new WeakSet<INodeExecutionData[]>());

/** Notes that the output is of an item that was skipped. */
export function noteSkipped(output: INodeExecutionData[]): void {
	outputs().add(output);
}

/** The items that were skipped, in this try of the run or an earlier one. */
export function skippedItems({
	results,
}: Pick<RunOutcomes<INodeExecutionData[]>, 'results'>): Set<number> {
	return new Set([...results].flatMap(([index, output]) => (outputs().has(output) ? [index] : [])));
}

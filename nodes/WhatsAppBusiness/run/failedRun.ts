import type { INode } from 'n8n-workflow';

import { plainText } from '../../graphApi/plainText';
import { sendOnceKeyField } from '../fields/sendOnce';
import { nodeError, withLines } from '../../shared/nodeErrors';
import type { NodeError } from '../../shared/nodeErrors';
import { continueAdvice, nothingDone } from './invalidRows';
import type { RunOutcomes } from './jobQueue';
import { countsOf, describeOutcomes } from './runSummary';

/**
 * The error of a run of several rows that ended with a failed one. It says in this order: what failed and for whom, what
 * was sent, how to send only the rest, and how one bad row stops no others.
 * @param failed the item that failed first.
 * @param recipient of its message.
 */
export function failedRunError(
	outcomes: RunOutcomes<unknown>,
	{ node, total, failed, recipient, sendsMessages, sentOnce, skipped }: FailedRun,
): NodeError {
	const done = sendsMessages ? 'sent' : 'processed';
	const [again, does] = sendsMessages ? ['send', 'sends'] : ['process', 'processes'];
	const { sent, unknown } = countsOf(outcomes, { alreadySent: new Set(), skipped });
	// The run summary takes the place of what is said of a single item.
	const shown = nodeError(outcomes.failures.get(failed), node, undefined, '');
	const whom = recipient === undefined ? '' : ` (${plainText(recipient)})`;
	shown.message = `Row ${failed + 1} of ${total}${whom} failed: ${shown.message}`;
	const lines =
		sent + unknown === 0
			? [nothingDone(done)]
			: [
					describeOutcomes(outcomes, total, sendsMessages, skipped),
					sentOnce
						? `All rows have a '${sendOnceKeyField.displayName}': run the workflow again, or 'Retry' in the executions list, to send only the rest.`
						: `To ${again} only the rest, take these rows out of the input and run the workflow again. 'Retry' in the executions list ${does} all rows again.`,
				];
	return withLines(shown, [...lines, continueAdvice]);
}

interface FailedRun {
	node: INode;
	total: number;
	failed: number;
	recipient: string | undefined;
	sendsMessages: boolean;
	/** Whether all rows have a Send Once Key. */
	sentOnce: boolean;
	/** See `skippedItems`. */
	skipped: ReadonlySet<number>;
}

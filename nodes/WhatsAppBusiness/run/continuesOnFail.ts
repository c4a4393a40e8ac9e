import type { IExecuteFunctions } from 'n8n-workflow';

import { isHumanReview, isTool } from '../isTool';

/**
 * Whether a failed item becomes an item with its error. As a tool, the node always does so: of an error that is thrown,
 * n8n gives the agent the message or nothing, and not what to do. Thrown are those that n8n acts on: with
 * 'Retry On Fail', and in a human review, where an item could count as an approval.
 */
export function continuesOnFail(
	context: Pick<IExecuteFunctions, 'getNode' | 'continueOnFail'>,
): boolean {
	if (context.continueOnFail()) return true;
	const node = context.getNode();
	return isTool(node) && !isHumanReview(node) && node.retryOnFail !== true;
}

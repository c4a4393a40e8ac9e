import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isTool } from '../isTool';

/** What the workflow gets of a reply. */
export interface ReplyFields extends IDataObject {
	/** The response itself; its keys depend on the response type. */
	data: IDataObject | null;
	/** What was written, or the title of what was tapped. */
	text: string | null;
	from: string | null;
	userId: string | null;
	profileName: string | null;
	messageId: string | null;
	/** ISO 8601, UTC. */
	answeredAt: string | null;
}

const noReply: ReplyFields = {
	data: null,
	text: null,
	from: null,
	userId: null,
	profileName: null,
	messageId: null,
	answeredAt: null,
};

/** Never the input's, which may be those of an earlier question. */
const outcome = { answered: false, data: null, answeredAt: null };

/**
 * Makes n8n continue with these items if the wait ends without a reply: the input, with the fields of a reply added.
 * n8n continues with the input of the node, so this replaces it.
 * @returns the items.
 */
export function continueUnanswered(
	context: Pick<IExecuteFunctions, 'getExecuteData' | 'getInputData' | 'getNode'>,
): INodeExecutionData[] {
	const inTool = isTool(context.getNode());
	const items = context.getInputData().map((item) => ({
		...item,
		// For a human review, n8n reads the decision from any `approved` of the item, and the input may have one.
		json: unanswered(inTool ? {} : item.json),
	}));
	// With an error output, n8n empties the list that it gets.
	context.getExecuteData().data.main = [[...items]];
	return items;
}

/**
 * The items with which the workflow continues at once if nobody is asked, on purpose: those of a wait without a reply,
 * with what the output says of the message that was not sent.
 */
export function notAsked(
	context: Pick<IExecuteFunctions, 'getInputData' | 'getNode'>,
	skipped: readonly INodeExecutionData[],
): INodeExecutionData[] {
	const [input] = context.getInputData();
	const before = unanswered(isTool(context.getNode()) ? {} : (input?.json ?? {}));
	return skipped.map((item) => ({ ...item, json: { ...before, ...item.json } }));
}

function unanswered(input: IDataObject): IDataObject {
	return { ...outcome, ...noReply, ...input, ...outcome };
}

/** The item with which the workflow continues after a reply: the same fields, filled in. */
export function answered(
	waiting: INodeExecutionData | undefined,
	reply: ReplyFields,
): INodeExecutionData {
	return {
		json: { ...waiting?.json, ...reply, answered: true },
		...(waiting?.binary && { binary: waiting.binary }),
	};
}

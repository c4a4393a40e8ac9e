import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { PendingDeliveries } from './delivery/awaitedMessages';
import type { Question } from './question';

/** A question that was sent. */
export interface PendingQuestion extends Question {
	/** In its replies. */
	id: string;
	/** What came into the node. Not in questions of earlier versions. */
	input?: IDataObject;
}

/** Query parameter of the page URL with the ID of the question. */
export const questionParameter = 'question';

/** What an execution waits for. */
export type PendingWait = PendingQuestion | PendingDeliveries;

/** Stores in the execution what it waits for. n8n keeps it until the execution continues. */
export function storePending(
	context: Pick<IExecuteFunctions, 'getContext'>,
	pending: PendingWait,
): void {
	context.getContext('node').question = pending;
}

/** What the execution waits for, if anything. */
export function pendingWait(
	context: Pick<IWebhookFunctions, 'evaluateExpression' | 'getNode'>,
): PendingWait | undefined {
	// A webhook has no `getContext`, but an expression reads the same data.
	const name = inExpression(context.getNode().name);
	const stored = context.evaluateExpression(`{{ $node["${name}"].context.question }}`);
	return (stored as PendingWait | undefined) ?? undefined;
}

/** The item that came into the waiting node. */
export function waitingItem(
	context: Pick<IWebhookFunctions, 'evaluateExpression'>,
): INodeExecutionData | undefined {
	return context.evaluateExpression('{{ $input.item }}') as unknown as
		INodeExecutionData | undefined;
}

/** Escapes a text for a quoted string in an expression. Two braces in it would end the expression. */
function inExpression(text: string): string {
	return text.replace(
		/[^\w ]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

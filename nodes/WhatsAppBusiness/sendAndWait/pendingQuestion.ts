import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';

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

/** Stores the question in the execution, where n8n keeps it until the execution continues. */
export function storeQuestion(
	context: Pick<IExecuteFunctions, 'getContext'>,
	question: PendingQuestion,
): void {
	context.getContext('node').question = question;
}

/** The question whose reply the execution waits for, if any. */
export function pendingQuestion(
	context: Pick<IWebhookFunctions, 'evaluateExpression' | 'getNode'>,
): PendingQuestion | undefined {
	// A webhook has no `getContext`, but an expression reads the same data.
	const name = inExpression(context.getNode().name);
	const stored = context.evaluateExpression(`{{ $node["${name}"].context.question }}`);
	return (stored as PendingQuestion | undefined) ?? undefined;
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

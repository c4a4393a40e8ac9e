import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Question } from './question';

/** A question with the ID by which its answers are known. */
export interface PendingQuestion extends Question {
	id: string;
}

/** Tells in the address of a page which question it answers. */
export const questionParameter = 'question';

/** Keeps the question in the execution, where n8n stores it until the execution goes on. */
export function storeQuestion(
	context: Pick<IExecuteFunctions, 'getContext'>,
	question: PendingQuestion,
): void {
	context.getContext('node').question = question as unknown as IDataObject;
}

/** The question the execution waits with, or undefined when there is none. */
export function pendingQuestion(
	context: Pick<IWebhookFunctions, 'evaluateExpression' | 'getNode'>,
): PendingQuestion | undefined {
	// A webhook is given no `getContext`; an expression sees the same data.
	const name = inExpression(context.getNode().name);
	const kept = context.evaluateExpression(`{{ $node["${name}"].context.question }}`);
	return (kept as PendingQuestion | undefined) ?? undefined;
}

/** A text between quotes in an expression: two braces in it would end the expression. */
function inExpression(text: string): string {
	return text.replace(
		/[^\w ]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

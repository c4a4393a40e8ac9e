import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Question } from './question';

/** A question with the ID by which its answers are known. */
export interface WaitingQuestion extends Question {
	id: string;
}

/** Keeps the question in the execution, where n8n stores it until the execution goes on. */
export function keepQuestion(
	context: Pick<IExecuteFunctions, 'getContext'>,
	question: WaitingQuestion,
): void {
	context.getContext('node').question = question as unknown as IDataObject;
}

/** The question the execution waits with, or undefined when there is none. */
export function waitingQuestion(
	context: Pick<IWebhookFunctions, 'evaluateExpression' | 'getNode'>,
): WaitingQuestion | undefined {
	// A webhook is given no `getContext`; an expression sees the same data.
	const name = JSON.stringify(context.getNode().name);
	const kept = context.evaluateExpression(`{{ $node[${name}].context.question }}`);
	return (kept as WaitingQuestion | undefined) ?? undefined;
}

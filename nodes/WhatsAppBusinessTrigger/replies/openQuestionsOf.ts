import type { IWebhookFunctions } from 'n8n-workflow';

import type { Memory } from '../../memory/memory';
import { OpenQuestions } from '../../shared/openQuestions';
import type { StoredQuestions } from '../../shared/openQuestions';
import { oncePerProcess } from '../n8n/oncePerProcess';
import { memoryScope } from '../n8n/trigger';

/** Returns the open questions of this trigger, with those that earlier versions have stored. */
export async function openQuestionsOf(
	context: IWebhookFunctions,
	memory: Memory,
): Promise<OpenQuestions> {
	const scope = memoryScope(context);
	const questions = new OpenQuestions(memory, scope);
	const stored = context.getWorkflowStaticData('node') as StoredQuestions;
	if (stored.openQuestions === undefined) return questions;
	await oncePerProcess(`take over questions:${scope}`, () => questions.takeOver(stored));
	// What only this process remembers would be lost with it.
	if (memory.weakness === undefined) stored.openQuestions = undefined;
	return questions;
}

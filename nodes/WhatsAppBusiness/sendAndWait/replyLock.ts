import { processState } from '../../graphApi/processState';

/**
 * Milliseconds. n8n goes on with the execution after the answer is confirmed; should that fail, the question can be
 * answered again then.
 */
const lifetime = 10_000;

/** Questions that were just answered in this process. */
const answered = processState(() => new Set<string>());

/**
 * Takes the one answer a question can have, before it is confirmed: of two that come at the same moment n8n goes on
 * with one only.
 * @returns whether it is the first.
 */
export function acceptFirstReply(questionId: string): boolean {
	if (answered().has(questionId)) return false;
	answered().add(questionId);
	setTimeout(() => answered().delete(questionId), lifetime).unref();
	return true;
}

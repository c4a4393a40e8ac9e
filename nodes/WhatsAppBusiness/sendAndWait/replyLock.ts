import { processState } from '../../graphApi/processState';

/**
 * Milliseconds. n8n resumes the execution after the reply is confirmed. If that fails, the question accepts another reply
 * after this time.
 */
const lifetime = 10_000;

/** Questions that got a reply in this process a moment ago. */
const replied = processState(() => new Set<string>());

/**
 * Accepts the first reply to a question, before it is confirmed: of two replies at the same moment, n8n resumes the
 * execution with only one.
 * @returns whether this reply is the first.
 */
export function acceptFirstReply(questionId: string): boolean {
	if (replied().has(questionId)) return false;
	replied().add(questionId);
	setTimeout(() => replied().delete(questionId), lifetime).unref();
	return true;
}

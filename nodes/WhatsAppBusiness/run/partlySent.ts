import { RequestError } from '../../graphApi/errors/requestError';
import type { RequestErrorFacts } from '../../graphApi/errors/requestError';
import type { JsonObject } from '../../graphApi/types';
import { InputError } from '../../shared/inputError';
import { messageIdsOf } from '../../shared/messageIds';
import { sendOnceKeyField } from '../fields/sendOnce';

/** Some messages of an item were sent, and one was not. */
export class PartlySentError extends RequestError {}

/**
 * Makes the error of an item with several messages, of which one failed. It says which were sent. Running the item again
 * sends only the rest if each has a Send Once Key, and otherwise all of them.
 * @param error of the message.
 * @param responses to the messages before it, at least one.
 * @param total messages of the item.
 */
export function partlySent(
	error: unknown,
	responses: readonly JsonObject[],
	total: number,
	isKeyed: boolean,
): PartlySentError {
	const facts = factsOf(error);
	const failed = responses.length + 1;
	const isUnsent = facts.outcome === 'notAccepted';
	return new PartlySentError({
		...facts,
		what: whatOf(facts, failed, total),
		todo: `${facts.todo} ${namesOf(1, responses.length)} sent (${messageIdsOf(responses).join(', ')}).${restOf(failed, total)} ${advice(isKeyed)}`,
		outcome: isKeyed ? facts.outcome : 'unknown',
		retryable: false,
		earlier: { responses, isRestUnsent: isUnsent },
	});
}

/**
 * The error of the first message of an item, which says so if there are several.
 * @param total messages of the item.
 */
export function noneSent(error: unknown, total: number): unknown {
	if (!(error instanceof RequestError) || total === 1) return error;
	const { facts } = error;
	return error.with({
		what: whatOf(facts, 1, total),
		todo: `${facts.todo}${restOf(1, total)}`,
	});
}

/** E.g. "Message 2 of 3 was not sent: WhatsApp is unavailable". */
function whatOf({ outcome, what }: RequestErrorFacts, failed: number, total: number): string {
	const state = outcome === 'notAccepted' ? 'was not sent' : 'may have been sent';
	return `Message ${failed} of ${total} ${state}: ${what}`;
}

/** What became of the messages after the failed one, as a sentence with a space in front. */
function restOf(failed: number, total: number): string {
	return total === failed ? '' : ` ${namesOf(failed + 1, total)} not sent either.`;
}

function factsOf(error: unknown): RequestErrorFacts {
	if (error instanceof RequestError) return error.facts;
	return {
		what: error instanceof Error ? error.message : 'Unknown error',
		todo: error instanceof InputError ? error.todo : '',
		outcome: 'notAccepted',
		retryable: false,
	};
}

/** E.g. "Message 1 was" or "Messages 2 to 4 were". */
function namesOf(first: number, last: number): string {
	return first === last ? `Message ${first} was` : `Messages ${first} to ${last} were`;
}

function advice(isKeyed: boolean): string {
	const { displayName } = sendOnceKeyField;
	return isKeyed
		? `With the same '${displayName}', running this item again sends only the rest.`
		: `Running this item again sends all of them again: with a '${displayName}', it would send only the rest.`;
}

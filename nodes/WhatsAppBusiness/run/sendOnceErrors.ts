import { isoTime } from '../../graphApi/coerce';
import { RequestError } from '../../graphApi/errors/requestError';
import { InputError } from '../../shared/inputError';
import type { SendOnceRecord } from '../../shared/sendOnceRecord';
import { sendOnceKeyField } from '../fields/sendOnce';

const field = sendOnceKeyField.displayName;

/** An earlier try to send the message with this key left it open whether it was sent. */
export class EarlierTryError extends RequestError {}

/** Makes the error for a message that may have been sent earlier. */
export function mayHaveBeenSent(record: SendOnceRecord): EarlierTryError {
	return new EarlierTryError({
		what: `The message with this '${field}' may have been sent ${earlier(record)}: its outcome is unknown.`,
		todo: `It was not sent again. Check in the chat or in the status webhooks whether it arrived. If it did not, set 'On Unknown Outcome' to 'Send Again' and run this item again.`,
		outcome: 'unknown',
		retryable: false,
	});
}

/** Makes the error for a message that another run has been sending for too long. */
export function stillBeingSent(record: SendOnceRecord): EarlierTryError {
	return new EarlierTryError({
		what: `Another run began to send the message with this '${field}' ${earlier(record)} and has not finished.`,
		todo: 'It was not sent again. Run this item again later: then the outcome is known.',
		outcome: 'unknown',
		retryable: false,
	});
}

/** Makes the error for a message whose reply or delivery another execution waits for, or has waited for. */
export function alreadyAsked(record: SendOnceRecord): InputError {
	return new InputError(
		field,
		`was already used ${earlier(record)}`,
		'The message was not sent again: only that execution learns what becomes of it. If that execution has ended, use another key to send it again.',
	);
}

/** Makes the error for a key that belongs to a message for somebody else. */
export function otherRecipient(): InputError {
	return new InputError(
		field,
		'was used for another recipient',
		'Use a key that is different for each message, for example with the ID of the row.',
	);
}

/** E.g. "at 2026-03-31T18:00:00.000Z by execution 4711". */
function earlier({ at, execution }: SendOnceRecord): string {
	const time = isoTime(at);
	const when = at === 0 || time === null ? 'earlier' : `at ${time}`;
	return execution === undefined ? when : `${when} by execution ${execution}`;
}

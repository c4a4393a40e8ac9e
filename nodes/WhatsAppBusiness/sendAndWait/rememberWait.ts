import type { GraphRequest } from '../../graphApi/types';
import type { Memory } from '../../memory/memory';
import { longestWait, numberScope, OpenQuestions, theNumber } from '../../shared/openQuestions';
import { StatusTokens } from '../../shared/statusTokens';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';

/** Milliseconds. WhatsApp tries to deliver a message for so long, and its statuses start nothing if it was waited for. */
const afterWait = 30 * millisecondsPerDay;

/** A message that an execution waits for. */
export interface AwaitedToken {
	/** In its statuses with other hosts. */
	token: string;
	recipient: string;
	/** When the wait ends, in seconds since 1970; undefined when it never does. */
	until: number | undefined;
	/** Whether the recipient writes the reply. */
	isWritten: boolean;
}

/** Sends a message so that the trigger knows what its statuses and its reply are for, although they do not say it. */
export function rememberWait(
	{ token, recipient, until, isWritten }: AwaitedToken,
	{ memory, secret }: { memory: Memory; secret: string },
): NonNullable<GraphRequest['aroundTry']> {
	return async (sendNow) => {
		const now = Date.now();
		const wait = until === undefined ? longestWait : Math.max(0, until * 1000 - now);
		// WhatsApp's timestamps have seconds only.
		const sentAt = new Date(now - (now % 1000)).toISOString();
		const questions = new OpenQuestions(memory, numberScope(secret));
		return await new StatusTokens(memory, secret).send(
			{ token, recipient, lifetime: wait + afterWait },
			sendNow,
			async (messageId) => {
				if (!isWritten) return;
				await questions.add(theNumber, recipient, { token, messageId, sentAt, until });
			},
		);
	};
}

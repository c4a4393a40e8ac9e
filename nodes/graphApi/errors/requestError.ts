import type { JsonObject } from '../types';

/**
 * Whether Meta acted on the request: `notAccepted` means certainly not, so it is safe to send it again;
 * `unknown` means the request left and Meta's response never came.
 */
export type Outcome = 'notAccepted' | 'unknown';

export interface RequestErrorFacts {
	/** What happened, one sentence. */
	what: string;
	/** What to do next. */
	todo: string;
	outcome: Outcome;
	/** True when the same request may succeed later, unchanged, and was certainly not accepted. */
	retryable: boolean;
	httpStatus?: number;
	/** Meta's error code and subcode. */
	code?: number;
	/** The code and the details are the host's own, not Meta's. */
	isHostsOwn?: boolean;
	subcode?: number;
	/** What Meta says about it: `error_data.details`, or else its text for users or its message. */
	details?: string;
	/** What the details are about, as the editor shows it. */
	field?: string;
	/** The code covers many mistakes, so that the details say more than `what` and `todo`. */
	generic?: boolean;
	fbtraceId?: string;
	/** The code of a network failure, e.g. `ECONNREFUSED`. */
	networkCode?: string;
	/** Seconds to wait, from Meta's `Retry-After`. */
	retryAfter?: number;
	/** What was accepted before, if the request is one of several that belong together. */
	earlier?: { responses: readonly JsonObject[]; isRestUnsent: boolean };
}

/**
 * A call to the API or for a file failed. Its subclasses say who failed. `message` says what happened and
 * `facts.todo` what to do next; neither contains a secret.
 */
export abstract class RequestError extends Error {
	constructor(readonly facts: RequestErrorFacts) {
		super(facts.what);
		this.name = new.target.name;
	}

	/** Makes an error of the same kind in which some facts differ. */
	with(changed: Partial<RequestErrorFacts>): this {
		const Kind = this.constructor as new (facts: RequestErrorFacts) => this;
		return new Kind({ ...this.facts, ...changed });
	}
}

export const unknownOutcomeTodo =
	'WhatsApp may or may not have carried it out. Check in the chat or in the status webhooks before you send it again.';

/** The same for a call that sends no message. */
const unknownChangeTodo =
	'It may or may not have been carried out. Check that before you run it again.';

/** The error of a call that sends no message: of an unknown outcome, no chat and no status tells. */
export function aboutNoMessage(error: unknown): unknown {
	if (!(error instanceof RequestError) || error.facts.outcome !== 'unknown') return error;
	const { todo } = error.facts;
	return error.with({ todo: todo.replace(unknownOutcomeTodo, unknownChangeTodo) });
}

/** The same error after an earlier try with an unknown outcome: the message may still have been delivered. */
export function withUnknownOutcome(error: RequestError): RequestError {
	if (error.facts.outcome === 'unknown') return error;
	return error.with({
		todo: `An earlier try got no response. ${unknownOutcomeTodo}`,
		generic: false,
		outcome: 'unknown',
		retryable: false,
	});
}

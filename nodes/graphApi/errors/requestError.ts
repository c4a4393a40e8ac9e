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

/** The part of a request that its errors depend on. */
export interface FailedRequest {
	/** Whether it may be sent again after an unknown outcome. */
	idempotent: boolean;
	/** Whether it sends a message, whose outcome the chat and its statuses show. */
	isMessage?: boolean;
}

/** What to do about an unknown outcome. */
export function unknownOutcomeTodo({ isMessage }: Pick<FailedRequest, 'isMessage'>): string {
	return isMessage
		? 'WhatsApp may or may not have carried it out. Check in the chat or in the status webhooks before you send it again.'
		: 'It may or may not have been carried out. Check that before you run it again.';
}

/**
 * The same error after an earlier try with an unknown outcome: the message may still have been delivered. Only operations
 * that send messages try again after one.
 */
export function withUnknownOutcome(error: RequestError): RequestError {
	if (error.facts.outcome === 'unknown') return error;
	return error.with({
		todo: `An earlier try got no response. ${unknownOutcomeTodo({ isMessage: true })}`,
		generic: false,
		outcome: 'unknown',
		retryable: false,
	});
}

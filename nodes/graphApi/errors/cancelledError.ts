import type { FailedRequest, RequestErrorFacts } from './requestError';
import { RequestError, unknownOutcomeTodo } from './requestError';

/** The execution was cancelled. */
export class CancelledError extends RequestError {}

const notSent: RequestErrorFacts = {
	what: 'The execution was cancelled before this was sent.',
	todo: 'Run it again.',
	outcome: 'notAccepted',
	retryable: false,
};

/** The execution was cancelled, or was to send no more, while the request was still waiting. */
export class CancelledBeforeSending extends CancelledError {
	constructor(facts: RequestErrorFacts = notSent) {
		super(facts);
	}
}

/** Makes the error for a request that had been sent when the execution was cancelled. */
export function cancelledUnderWay(request: FailedRequest): CancelledError {
	return new CancelledError({
		what: 'The execution was cancelled while the request was under way.',
		todo: request.idempotent ? 'Run it again.' : unknownOutcomeTodo(request),
		outcome: request.idempotent ? 'notAccepted' : 'unknown',
		retryable: false,
	});
}

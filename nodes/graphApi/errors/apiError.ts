import { RequestError, unknownOutcomeTodo } from './requestError';
import type { FailedRequest } from './requestError';

/** The API, or a server in front of it, refused a request, or its response is not what Meta documents. */
export class ApiError extends RequestError {}

/** Makes the error for a success whose body is not what the Graph API sends. */
export function errorFromUnreadableBody(status: number, request: FailedRequest): ApiError {
	return new ApiError({
		what: 'The response was not the JSON that the Graph API sends.',
		todo: request.idempotent
			? 'Check the host in the credential: something other than the Graph API responded.'
			: unknownOutcomeTodo(request),
		outcome: request.idempotent ? 'notAccepted' : 'unknown',
		retryable: false,
		httpStatus: status,
	});
}

/** Makes the error for a success whose body is too long to be read. */
export function errorFromTooLargeBody(status: number, request: FailedRequest): ApiError {
	return new ApiError({
		what: 'The response was not read: it is too large for one of the Graph API.',
		todo: request.idempotent
			? 'Check the host in the credential. If it is right, ask for fewer entries or fields.'
			: unknownOutcomeTodo(request),
		outcome: request.idempotent ? 'notAccepted' : 'unknown',
		retryable: false,
		httpStatus: status,
	});
}

/** Makes the error for a list that always has another page. */
export function errorFromEndlessList(pages: number): ApiError {
	return new ApiError({
		what: `The list did not end after ${pages.toLocaleString('en-US')} pages.`,
		todo: "Turn 'Return All' off and set a 'Limit', or narrow the list with its filters.",
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** Makes the error for the response to a harmless request that differs from Meta's documentation. */
export function errorFromUnexpectedResponse(): ApiError {
	return new ApiError({
		what: 'The response does not have the documented form.',
		todo: "Run it again. If that does not help, check 'Host' and the other fields of the credential.",
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** Makes the error for the response to a message that has no message ID. */
export function errorFromMissingMessageId(httpStatus: number): ApiError {
	return new ApiError({
		what: 'The response has no message ID, so it is not certain that WhatsApp accepted the message.',
		todo: unknownOutcomeTodo({ isMessage: true }),
		outcome: 'unknown',
		retryable: false,
		httpStatus,
	});
}

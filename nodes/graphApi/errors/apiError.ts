import { RequestError, unknownOutcomeTodo } from './requestError';

/** The API, or a server in front of it, refused a request, or its response is not what Meta documents. */
export class ApiError extends RequestError {}

/** Makes the error for a success whose body is not what the Graph API sends. */
export function errorFromUnreadableBody(status: number, idempotent: boolean): ApiError {
	return new ApiError({
		what: 'The answer was not the JSON that the Graph API sends.',
		todo: idempotent
			? 'Check the host in the credential: something else than the Graph API answered.'
			: unknownOutcomeTodo,
		outcome: idempotent ? 'notAccepted' : 'unknown',
		retryable: false,
		httpStatus: status,
	});
}

/** Makes the error for the answer to a harmless request that is not what Meta's documentation says. */
export function errorFromUnexpectedResponse(): ApiError {
	return new ApiError({
		what: "The answer is not what Meta's documentation says.",
		todo: 'Run it again. If that does not help, choose an older API version in the credential.',
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** Makes the error for the answer to a message that does not name the message. */
export function errorFromMissingMessageId(httpStatus: number): ApiError {
	return new ApiError({
		what: 'The answer has no message ID, so it is not certain that WhatsApp accepted the message.',
		todo: unknownOutcomeTodo,
		outcome: 'unknown',
		retryable: false,
		httpStatus,
	});
}

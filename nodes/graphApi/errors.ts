import { errorMeaning } from './errorTable';
import { isJsonObject } from './json';
import { redact } from './redact';
import type { JsonValue } from './types';

/**
 * Whether Meta acted on the request: `notAccepted` means certainly not, so sending it again is safe;
 * `unknown` means the request left and no answer of Meta's came back.
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
	subcode?: number;
	/** What Meta says about it: `error_data.details`, or else its text for users or its message. */
	details?: string;
	/** The code stands for many mistakes, so that the details say more than `what` and `todo`. */
	generic?: boolean;
	fbtraceId?: string;
	/** The code of a network failure, e.g. `ECONNREFUSED`. */
	networkCode?: string;
	/** Seconds to wait, from Meta's `Retry-After`. */
	retryAfter?: number;
}

/** A call failed. `message` says what happened, `todo` what to do next; neither holds a secret. */
export class RequestError extends Error {
	constructor(readonly facts: RequestErrorFacts) {
		super(facts.what);
		this.name = 'RequestError';
	}
}

/** The error object in the body of a failed Graph API call. https://developers.facebook.com/docs/graph-api/guides/error-handling */
interface GraphErrorBody {
	message?: JsonValue;
	code?: JsonValue;
	error_subcode?: JsonValue;
	error_user_title?: JsonValue;
	error_user_msg?: JsonValue;
	error_data?: JsonValue;
	fbtrace_id?: JsonValue;
}

interface FailedResponse {
	status: number;
	retryAfter?: string;
	/** The parsed body, or undefined when it was not JSON. */
	body?: JsonValue;
	/** What must not appear in the error. */
	secrets: readonly string[];
	idempotent: boolean;
}

/** Makes the error for an answer that is not a success. */
export function errorFromResponse(response: FailedResponse): RequestError {
	const body = graphErrorBody(response.status, response.body);
	return body ? errorFromGraph(body, response) : errorWithoutGraphBody(response);
}

function errorFromGraph(body: GraphErrorBody, response: FailedResponse): RequestError {
	const code = Number(body.code);
	const subcode = body.error_subcode === undefined ? undefined : Number(body.error_subcode);
	const clean = (value: JsonValue | undefined) =>
		typeof value === 'string' && value !== '' ? redact(value, response.secrets) : undefined;
	const meaning = errorMeaning(code, subcode);
	const userText = [clean(body.error_user_title), clean(body.error_user_msg)].filter(Boolean);
	const data = isJsonObject(body.error_data) ? body.error_data : {};
	return new RequestError({
		what:
			meaning?.what ?? `WhatsApp refused the request: ${clean(body.message) ?? 'no reason given'}`,
		todo:
			meaning?.todo ??
			"Correct what Meta's details name and run it again. If nothing helps, give the trace ID to Meta support.",
		// A Graph error body is Meta's word that the request was not carried out.
		outcome: 'notAccepted',
		retryable: meaning?.retryable ?? false,
		httpStatus: response.status,
		code,
		subcode,
		details:
			clean(data.details) ??
			(userText.length > 0 ? userText.join(': ') : withoutCode(clean(body.message))),
		generic: meaning === undefined || meaning.generic,
		fbtraceId: clean(body.fbtrace_id),
		retryAfter: seconds(response.retryAfter),
	});
}

function errorWithoutGraphBody(response: FailedResponse): RequestError {
	const { status } = response;
	const tooFast = status === 429;
	const redirected = status >= 300 && status < 400 && status !== 303;
	const refused = redirected || (status >= 400 && status < 500 && status !== 408);
	const safe = refused || response.idempotent;
	const retryAfter = seconds(response.retryAfter);
	const tryLater = retryAfter === undefined ? 'Try again in a minute.' : 'Try again later.';
	return new RequestError({
		what: `The server answered with HTTP status ${status} and without an explanation from Meta.`,
		todo: refused && !tooFast ? wrongHostTodo : safe ? tryLater : unknownOutcomeTodo,
		outcome: safe ? 'notAccepted' : 'unknown',
		retryable: tooFast || (safe && !refused),
		httpStatus: status,
		retryAfter,
	});
}

const wrongHostTodo =
	'Check the host and the API version in the credential. A proxy or a firewall may have answered in place of Meta.';

const unknownOutcomeTodo =
	'WhatsApp may or may not have carried it out. Check in the chat or in the status webhooks before you send it again.';

// Why no connection came about: connecting, resolving the name, TLS.
const noConnectionCodes: Record<string, string> = {
	ECONNREFUSED: 'The server refused the connection.',
	ENOTFOUND: 'The host name could not be found.',
	EAI_AGAIN: 'The host name could not be looked up.',
	EHOSTUNREACH: 'The host could not be reached.',
	ENETUNREACH: 'The network could not be reached.',
	EADDRNOTAVAIL: 'This machine has no free network port left.',
	UND_ERR_CONNECT_TIMEOUT: 'The server did not accept the connection in time.',
	ECONNRESET: 'The connection was cut while it was set up.',
	UND_ERR_SOCKET: 'The connection was cut while it was set up.',
	PROXY_CLOSED: 'The proxy (HTTPS_PROXY, HTTP_PROXY) closed the connection without opening a way.',
	PROXY_TIMEOUT: 'The proxy (HTTPS_PROXY, HTTP_PROXY) opened no way in time.',
};

const certificateCodes: Record<string, string> = {
	CERT_HAS_EXPIRED: 'The certificate of the server has expired.',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is not trusted.',
	SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the server is not trusted.',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the server is not trusted.',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate of the server is not trusted.',
	ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server belongs to another host.',
	ERR_SSL_WRONG_VERSION_NUMBER: 'The server does not speak HTTPS on this port.',
};

const lostAnswerCodes: Record<string, string> = {
	UND_ERR_HEADERS_TIMEOUT: 'The server did not answer in time.',
	UND_ERR_BODY_TIMEOUT: 'The answer of the server stopped half-way.',
	UND_ERR_SOCKET: 'The connection was cut before an answer came.',
	ECONNRESET: 'The connection was cut before an answer came.',
	EPIPE: 'The connection was cut before an answer came.',
};

/** What is known about a call that got no answer. */
interface FailedCall {
	/** Whether the request got as far as being written to a connection. */
	started: boolean;
	idempotent: boolean;
	/** What must not appear in the error. */
	secrets: readonly string[];
	/** The one that cancels the execution. */
	signal?: AbortSignal;
}

/** Makes the error for a call that got no answer, from whatever the HTTP client threw. */
export function errorFromFailure(failure: unknown, call: FailedCall): RequestError {
	if (failure instanceof RequestError) return failure;
	const neverSent = !call.started || failedWriting(failure);
	if (call.signal?.aborted && isAbort(failure)) {
		return new RequestError({
			what: 'The execution was cancelled while the request was under way.',
			todo: call.idempotent ? 'Run it again.' : unknownOutcomeTodo,
			outcome: call.idempotent ? 'notAccepted' : 'unknown',
			retryable: false,
		});
	}
	const code = networkCode(failure);
	const otherReason = `The connection failed: ${redact(failureText(failure), call.secrets)}.`;
	if (neverSent) {
		const badCertificate = code === undefined ? undefined : certificateCodes[code];
		const reason = badCertificate ?? (code === undefined ? undefined : noConnectionCodes[code]);
		return new RequestError({
			what: `The request did not reach WhatsApp. ${reason ?? otherReason}`,
			todo: 'Check the host in the credential, the network of this n8n and its proxy settings (HTTPS_PROXY, NO_PROXY).',
			outcome: 'notAccepted',
			// A certificate does not get better by waiting.
			retryable: badCertificate === undefined,
			networkCode: code,
		});
	}
	const reason = (code === undefined ? undefined : lostAnswerCodes[code]) ?? otherReason;
	return new RequestError({
		what: call.idempotent ? reason : `${reason} The outcome of the request is unknown.`,
		todo: call.idempotent ? 'Try again in a minute.' : unknownOutcomeTodo,
		outcome: call.idempotent ? 'notAccepted' : 'unknown',
		retryable: call.idempotent,
		networkCode: code,
	});
}

/** The same error after an earlier try whose outcome is unknown: the message may be there all the same. */
export function withUnknownOutcome({ facts }: RequestError): RequestError {
	if (facts.outcome === 'unknown') return new RequestError(facts);
	return new RequestError({
		...facts,
		todo: `An earlier try got no answer. ${unknownOutcomeTodo}`,
		generic: false,
		outcome: 'unknown',
		retryable: false,
	});
}

/** The error of a request that was still waiting when the execution was cancelled or was to send no more. */
export class CancelledBeforeSending extends RequestError {
	constructor() {
		super({
			what: 'The execution was cancelled before this was sent.',
			todo: 'Run it again.',
			outcome: 'notAccepted',
			retryable: false,
		});
	}
}

/** Makes the error for a success whose body is not what the Graph API sends. */
export function errorFromUnreadableBody(status: number, idempotent: boolean): RequestError {
	return new RequestError({
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
export function errorFromUnexpectedResponse(): RequestError {
	return new RequestError({
		what: "The answer is not what Meta's documentation says.",
		todo: 'Run it again. If that does not help, choose an older API version in the credential.',
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** Makes the error for the answer to a message that does not name the message. */
export function errorFromMissingMessageId(httpStatus: number): RequestError {
	return new RequestError({
		what: 'The answer has no message ID, so it is not certain that WhatsApp accepted the message.',
		todo: unknownOutcomeTodo,
		outcome: 'unknown',
		retryable: false,
		httpStatus,
	});
}

// Gateways in front of an API answer with errors of a similar shape, which say nothing about the request.
function graphErrorBody(status: number, body: JsonValue | undefined): GraphErrorBody | undefined {
	if (!isJsonObject(body) || !isJsonObject(body.error)) return undefined;
	const { code, type, fbtrace_id } = body.error;
	const hasCode = typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code));
	const looksLikeMetas = status < 500 && Number(code) !== status;
	const isMetas = looksLikeMetas || typeof type === 'string' || typeof fbtrace_id === 'string';
	return hasCode && isMetas ? body.error : undefined;
}

function withoutCode(message: string | undefined): string | undefined {
	return message?.replace(/^\(#\d+\)\s*/, '');
}

function seconds(retryAfter: string | undefined): number | undefined {
	if (retryAfter === undefined) return undefined;
	const number = Number(retryAfter);
	if (Number.isFinite(number)) return Math.max(0, number);
	const date = Date.parse(retryAfter);
	return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

// Errors are recognised by their shape: one that Node itself made is no `Error` of a sandboxed context.
interface Failure {
	name?: unknown;
	code?: unknown;
	syscall?: unknown;
	message?: unknown;
	cause?: unknown;
}

function asFailure(value: unknown): Failure | undefined {
	return typeof value === 'object' && value !== null ? value : undefined;
}

// The system refused to take the request's last bytes, as on a connection that the other side had already closed,
// so the other side can't have all of it.
function failedWriting(failure: unknown): boolean {
	return asFailure(failure)?.syscall === 'write';
}

function isAbort(failure: unknown): boolean {
	return asFailure(failure)?.name === 'AbortError';
}

function failureText(failure: unknown): string {
	const message = asFailure(failure)?.message;
	return typeof message === 'string' && message !== '' ? message : 'unknown reason';
}

// undici puts the reason of a failed connection into `cause`.
function networkCode(failure: unknown): string | undefined {
	let error = asFailure(failure);
	for (let depth = 0; error && depth < 5; depth++) {
		if (typeof error.code === 'string' && error.code !== '') return error.code;
		error = asFailure(error.cause);
	}
	return undefined;
}

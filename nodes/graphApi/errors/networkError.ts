import { redact } from '../redact';
import { cancelledUnderWay } from './cancelledError';
import { failedWriting, failureText, isAbort, networkCode } from './failure';
import { RequestError, unknownOutcomeTodo } from './requestError';
import type { FailedRequest } from './requestError';

/** There was no connection, or no response came through it. */
export class NetworkError extends RequestError {}

// Why there was no connection: connecting, resolving the name, TLS.
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
	PROXY_CLOSED:
		'The proxy (HTTPS_PROXY, HTTP_PROXY) closed the connection without opening a tunnel.',
	PROXY_TIMEOUT: 'The proxy (HTTPS_PROXY, HTTP_PROXY) did not open a tunnel in time.',
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

// Waiting does not mend these.
const finalCodes: Record<string, string> = {
	...certificateCodes,
	HOST_BLOCKED: "n8n's SSRF protection blocks this host.",
};

const lostResponseCodes: Record<string, string> = {
	UND_ERR_HEADERS_TIMEOUT: 'The server did not respond in time.',
	UND_ERR_BODY_TIMEOUT: 'The response of the server stopped half-way.',
	UND_ERR_SOCKET: 'The connection was cut before a response came.',
	ECONNRESET: 'The connection was cut before a response came.',
	EPIPE: 'The connection was cut before a response came.',
};

/** What to do about a host that n8n's SSRF protection blocks. */
export const howToAllowHost =
	'If n8n should call it, whoever runs n8n can allow it with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.';

/** Why a call brought no response, as a sentence. Undefined for a reason that only its error describes. */
export function reasonOfFailure(failure: unknown): string | undefined {
	const code = networkCode(failure);
	if (code === undefined) return undefined;
	return finalCodes[code] ?? lostResponseCodes[code] ?? noConnectionCodes[code];
}

/** Facts about a call without a response. */
interface FailedCall extends FailedRequest {
	/** Whether the request got as far as being written to a connection. */
	started: boolean;
	/** What must not appear in the error. */
	secrets: readonly string[];
	/** Aborts when the execution is cancelled. */
	signal?: AbortSignal;
}

/** Makes the error for a call without a response, from whatever the HTTP client threw. */
export function errorFromFailure(failure: unknown, call: FailedCall): RequestError {
	if (failure instanceof RequestError) return failure;
	const neverSent = !call.started || failedWriting(failure);
	if (call.signal?.aborted && isAbort(failure)) {
		return cancelledUnderWay(call);
	}
	const code = networkCode(failure);
	const otherReason = `The connection failed: ${redact(failureText(failure), call.secrets)}.`;
	if (neverSent) {
		const finalReason = code === undefined ? undefined : finalCodes[code];
		const reason = finalReason ?? (code === undefined ? undefined : noConnectionCodes[code]);
		return new NetworkError({
			what: `The request did not reach WhatsApp. ${reason ?? otherReason}`,
			todo:
				code === 'HOST_BLOCKED'
					? `Check the host in the credential. ${howToAllowHost}`
					: 'Check the host in the credential, the network of this n8n and its proxy settings (HTTPS_PROXY, NO_PROXY).',
			outcome: 'notAccepted',
			retryable: finalReason === undefined,
			networkCode: code,
		});
	}
	const reason = (code === undefined ? undefined : lostResponseCodes[code]) ?? otherReason;
	return new NetworkError({
		what: call.idempotent ? reason : `${reason} The outcome of the request is unknown.`,
		todo: call.idempotent ? 'Try again in a minute.' : unknownOutcomeTodo(call),
		outcome: call.idempotent ? 'notAccepted' : 'unknown',
		retryable: call.idempotent,
		networkCode: code,
	});
}

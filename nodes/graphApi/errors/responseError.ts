import { errorMeaning } from '../errorTable';
import { isJsonObject } from '../json';
import { plainText } from '../plainText';
import { redact } from '../redact';
import { shortened, textLimits } from '../textLimits';
import type { Connection } from '../connection';
import type { JsonValue } from '../types';
import { ApiError } from './apiError';
import { errorText } from './errorBody';
import { unknownOutcomeTodo } from './requestError';
import type { FailedRequest } from './requestError';

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

interface FailedResponse extends FailedRequest {
	status: number;
	retryAfter?: string;
	/** The parsed body, or undefined when it was not JSON. */
	body?: JsonValue;
	/** What must not appear in the error. */
	secrets: readonly string[];
	/** The call, as `edgeOf` writes it. */
	edge?: string;
}

type HostOfError = Pick<Connection, 'hostName' | 'readError' | 'errorMeaning' | 'statusMeanings'>;

const meta: HostOfError = { hostName: 'Meta' };

/** Makes the error for a response that is not a success. */
export function errorFromResponse(response: FailedResponse, host: HostOfError = meta): ApiError {
	const { status } = response;
	const body = host.readError?.(response.body, status) ?? graphErrorBody(status, response.body);
	return body ? errorFromGraph(body, host, response) : errorWithoutGraphBody(host, response);
}

function errorFromGraph(
	body: GraphErrorBody,
	{ hostName, errorMeaning: ownMeaning }: HostOfError,
	response: FailedResponse,
): ApiError {
	const code = Number(body.code);
	const subcode = body.error_subcode === undefined ? undefined : Number(body.error_subcode);
	const clean = (value: JsonValue | undefined) => cleanText(value, response);
	const own = ownMeaning?.(code);
	const meaning = own ?? errorMeaning(code, subcode);
	const userText = [clean(body.error_user_title), clean(body.error_user_msg)].filter(Boolean);
	const data = isJsonObject(body.error_data) ? body.error_data : {};
	return new ApiError({
		what:
			meaning?.what ?? `WhatsApp refused the request: ${clean(body.message) ?? 'no reason given'}`,
		todo:
			meaning?.todo ??
			(hostName === 'Meta'
				? "Correct what Meta's details name and run it again. If that does not help, give the trace ID to Meta support."
				: 'Correct what the details name and run it again. If that does not help, ask the support of the host.'),
		// With a Graph error body, Meta says that it did not accept the request.
		outcome: 'notAccepted',
		retryable: meaning?.retryable ?? false,
		httpStatus: response.status,
		code,
		isHostsOwn: own && true,
		subcode,
		details:
			clean(data.details) ??
			(userText.length > 0 ? userText.join(': ') : withoutCode(clean(body.message))),
		generic: meaning === undefined || meaning.generic,
		fbtraceId: clean(body.fbtrace_id),
		retryAfter: seconds(response.retryAfter),
	});
}

function cleanText(
	value: JsonValue | undefined,
	{ secrets }: Pick<FailedResponse, 'secrets'>,
): string | undefined {
	return typeof value === 'string' && value !== ''
		? shortened(redact(plainText(value), secrets), textLimits.errorText)
		: undefined;
}

function errorWithoutGraphBody(
	{ hostName, statusMeanings = {} }: HostOfError,
	response: FailedResponse,
): ApiError {
	const { status } = response;
	const said = cleanText(errorText(response.body), response);
	// A page of a proxy means something else.
	const known = said === undefined ? undefined : statusMeanings[status];
	const passes = known?.passesFor !== undefined && known.passesFor === response.edge;
	const meaning = known?.passesFor === undefined || passes ? known : undefined;
	const explanation =
		said === undefined ? ` and without an explanation from ${hostName}.` : `: ${said}`;
	const tooFast = status === 429 || passes;
	const redirected = status >= 300 && status < 400 && status !== 303;
	const refused = redirected || (status >= 400 && status < 500 && status !== 408);
	const safe = refused || response.idempotent;
	const retryAfter = seconds(response.retryAfter);
	// A success that says what is wrong says so again.
	const mayPass = tooFast || (safe && !refused && !(said !== undefined && status < 300));
	const tryLater = retryAfter === undefined ? 'Try again in a minute.' : 'Try again later.';
	return new ApiError({
		what: meaning?.what ?? `The server responded with HTTP status ${status}${explanation}`,
		todo: mayPass
			? (meaning?.todo ?? tryLater)
			: safe
				? (meaning?.todo ?? (said ? saidTodo : wrongHostTodo))
				: unknownOutcomeTodo(response),
		outcome: safe ? 'notAccepted' : 'unknown',
		retryable: mayPass,
		httpStatus: status,
		details: meaning && said,
		retryAfter,
	});
}

const wrongHostTodo =
	'Check the host and the other fields of the credential. A proxy or a firewall may have responded instead of it.';

const saidTodo =
	'Correct what the server names. If that does not help, check the host and the other fields of the credential.';

// Gateways respond with errors of a similar shape, which say nothing about the request.
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

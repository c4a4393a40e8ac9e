import { ApiError } from './errors/apiError';
import type { Connection } from './connection';
import type { EgressFilter } from './egress/egressFilter';
import { interactiveRules } from './sendingRules';
import { transport } from './transport';
import { closeFiles, isStreamed } from './types';
import type { GraphRequest, Layer, Send } from './types';

/** What a log-in gave. */
export interface Session {
	/** The secret headers of its requests. */
	headers: Readonly<Record<string, string>>;
	/** Values that must never appear in an error or a log. */
	secrets: readonly string[];
}

/**
 * The session that is open, or a new one.
 * @param send reaches the host without retries and without secret headers.
 * @param refused a session that the host no longer takes.
 * @throws RequestError when the log-in fails. What needed the session was not sent then.
 */
export type OpenSession = (send: Send, refused?: Session) => Promise<Session>;

export const unauthorized = 401;

/** Sessions that replaced one refused with a file, which have not been taken yet. */
const untried = new WeakSet<Session>();

/**
 * Logs in for each request if the host wants it, and once more if the host no longer takes the session: such a request
 * was certainly not accepted, so even a message may be sent again.
 */
export function sessionLayer({ openSession }: Pick<Connection, 'openSession'>): Layer {
	return (next) => {
		if (!openSession) return next;
		return async (request) => {
			const session = await openSession(next).catch((error: unknown) => {
				closeFiles(request);
				throw error;
			});
			try {
				const response = await next(inSession(request, session));
				untried.delete(session);
				return response;
			} catch (error) {
				if (!isUnauthorized(error)) throw error;
				const isUntried = untried.delete(session);
				if (isUntried && isStreamed(request)) throw error;
				const renewed = await openSession(next, session);
				if (!isStreamed(request)) return await next(inSession(request, renewed));
				// Its streams are consumed; the caller that opened them must retry.
				untried.add(renewed);
				throw error.with({ retryable: true });
			}
		};
	};
}

function inSession(request: GraphRequest, { headers, secrets }: Session): GraphRequest {
	return { ...request, headers, secrets: [...secrets, ...(request.secrets ?? [])] };
}

function isUnauthorized(error: unknown): error is ApiError {
	return error instanceof ApiError && error.facts.httpStatus === unauthorized;
}

/**
 * The headers that must go along with a request which somebody else sends to the host, such as n8n's HTTP Request node.
 * @throws RequestError when the log-in that the host wants first fails.
 */
export async function secretHeaders(
	connection: Connection,
	egress?: EgressFilter,
): Promise<Readonly<Record<string, string>>> {
	const { headers, openSession } = connection;
	if (!openSession) return headers;
	const { responseTimeout } = interactiveRules;
	return (await openSession(transport(connection, { responseTimeout, egress }))).headers;
}

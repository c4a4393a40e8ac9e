import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { business } from '../business';
import type { SimulatorSettings } from '../settings';
import { SimulatedGraphError } from './errors';

/** Whose token a call has. */
export type TokenKind = 'user' | 'app';

const appToken = `${business.app.id}|${business.app.secret}`;

/**
 * Checks the token and the `appsecret_proof` of a call.
 *
 * @returns whose token it is
 * @throws SimulatedGraphError 104 or 2500 without a token, 190 for an invalid or expired token, 100 for an invalid proof
 * @see https://developers.facebook.com/docs/graph-api/guides/error-handling
 * @see https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
export function authenticate(
	headers: IncomingHttpHeaders,
	query: URLSearchParams,
	body: Record<string, unknown>,
	path: string,
	settings: SimulatorSettings,
): TokenKind {
	const token = tokenOf(headers, query, body);
	if (!token) throw missingToken(path);
	const kind = kindOf(token);
	checkProof(token, query.get('appsecret_proof') ?? stringOf(body.appsecret_proof), settings);
	return kind;
}

/** Whether the headers contain the token of the simulated business. */
export function isValidToken(headers: IncomingHttpHeaders): boolean {
	return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] === business.accessToken;
}

function tokenOf(
	headers: IncomingHttpHeaders,
	query: URLSearchParams,
	body: Record<string, unknown>,
): string | undefined {
	const bearer = /^(?:Bearer|OAuth)\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
	return bearer ?? query.get('access_token') ?? stringOf(body.access_token);
}

function stringOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function missingToken(path: string): SimulatedGraphError {
	return path === '/me'
		? new SimulatedGraphError(2500, {
				message: 'An active access token must be used to query information about the current user.',
				httpStatus: 400,
			})
		: new SimulatedGraphError(104, {
				message: 'An access token is required to request this resource.',
				httpStatus: 401,
			});
}

/** When `business.expiredAccessToken` expired. Seconds since 1970. */
export const expiredAt = Date.UTC(2026, 0, 1, 8) / 1000;

/**
 * Whose token it is.
 *
 * @throws SimulatedGraphError 190 for an invalid or expired token
 */
export function kindOf(token: string): TokenKind {
	if (token === business.accessToken || token === business.customerToken) return 'user';
	if (token === appToken) return 'app';
	if (token === business.expiredAccessToken) {
		throw new SimulatedGraphError(190, {
			message:
				'Error validating access token: Session has expired on Thursday, 01-Jan-26 00:00:00 PST. The current time is later.',
			subcode: 463,
			httpStatus: 401,
		});
	}
	throw new SimulatedGraphError(190, {
		message: 'Invalid OAuth access token - Cannot parse access token',
		httpStatus: 401,
	});
}

function checkProof(token: string, proof: string | undefined, settings: SimulatorSettings): void {
	if (!proof) {
		if (!settings.requireAppSecretProof) return;
		throw new SimulatedGraphError(100, {
			message: 'API calls from the server require an appsecret_proof argument',
			type: 'GraphMethodException',
		});
	}
	const expected = createHmac('sha256', business.app.secret).update(token).digest('hex');
	const matches =
		proof.length === expected.length && timingSafeEqual(Buffer.from(proof), Buffer.from(expected));
	if (!matches) {
		throw new SimulatedGraphError(100, {
			message: 'Invalid appsecret_proof provided in the API argument',
			type: 'GraphMethodException',
		});
	}
}

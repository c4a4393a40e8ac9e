import { createHash } from 'node:crypto';

import { asObjects, asText } from '../../coerce';
import { CancelledBeforeSending, CancelledError } from '../../errors/cancelledError';
import { ApiError } from '../../errors/apiError';
import { RequestError } from '../../errors/requestError';
import { path } from '../../path';
import { processState } from '../../processState';
import type { OpenSession, Session } from '../../session';
import type { GraphRequest, JsonObject, Send } from '../../types';
import { passwordChangeRequired } from './errors';

export interface User {
	username: string;
	password: string;
}

interface OpenedSession extends Session {
	/** Unix time in milliseconds from which on a new one is opened. */
	renewFrom: number;
	/** Unix time in milliseconds at which the host ends it. */
	endsAt: number;
}

/** By host, user and password: a new password counts at once. */
const sessions = processState(() => ({
	open: new Map<string, OpenedSession>(),
	underWay: new Map<string, Promise<OpenedSession>>(),
	refused: new Map<string, Refused>(),
}));

/** The server does not take the user or the password. */
interface Refused {
	error: ApiError;
	/** Unix time in milliseconds. */
	until: number;
}

/** Milliseconds. A server may lock a user who tries a wrong password once for each item. */
const refusedFor = 10_000;

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Logs in by user name and password, and keeps the token for all executions of the process until shortly before it ends.
 * A host has one log-in of a user under way at a time.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference/users#login
 */
export function logIn(baseUrl: string, user: User): OpenSession {
	const hash = createHash('sha256').update(user.password).digest('base64');
	const key = JSON.stringify([baseUrl, user.username, hash]);
	return async (send, refused) => {
		const { open } = sessions();
		const known = open.get(key);
		const isKnown = known !== undefined && known.headers !== refused?.headers;
		if (isKnown && Date.now() < known.renewFrom) return known;
		try {
			return await oneAtATime(key, () => requestSession(send, user));
		} catch (error) {
			// The host still takes it, and the next request tries to renew it again.
			if (isKnown && Date.now() < known.endsAt) return known;
			throw error;
		}
	};
}

async function oneAtATime(
	key: string,
	request: () => Promise<OpenedSession>,
): Promise<OpenedSession> {
	const { open, underWay, refused } = sessions();
	for (;;) {
		const others = underWay.get(key);
		if (!others) break;
		try {
			return await others;
		} catch (error) {
			// Another execution was cancelled, not this one.
			if (!isCancelled(error)) throw error;
		}
	}
	const known = refused.get(key);
	if (known && Date.now() < known.until) throw known.error;
	const own = request()
		.catch((error: unknown) => {
			if (isRefusal(error)) refused.set(key, { error, until: Date.now() + refusedFor });
			throw error;
		})
		.finally(() => underWay.delete(key));
	underWay.set(key, own);
	const session = await own;
	open.set(key, session);
	return session;
}

function isRefusal(error: unknown): error is ApiError {
	return error instanceof ApiError && [401, 403].includes(error.facts.httpStatus ?? 0);
}

function isCancelled(error: unknown): boolean {
	return error instanceof CancelledError || error instanceof CancelledBeforeSending;
}

async function requestSession(send: Send, { username, password }: User): Promise<OpenedSession> {
	const basic = Buffer.from(`${username}:${password}`).toString('base64');
	const request: GraphRequest = {
		method: 'POST',
		on: 'fixed',
		path: path`/users/login`,
		headers: { authorization: `Basic ${basic}` },
		secrets: [basic, password],
		idempotent: true,
	};
	const { body } = await send(request).catch((error: unknown) => {
		throw failedLogIn(error);
	});
	return sessionFrom(body, basic);
}

function sessionFrom({ users }: JsonObject, basic: string): OpenedSession {
	const [user] = asObjects<JsonObject>(users);
	const token = asText(user?.token);
	if (token === null || /[^\x21-\x7e]/.test(token)) {
		throw new ApiError({
			what: 'The log-in failed: the server did not respond with a token.',
			todo: "Check 'Base URL' in the credential: something other than the WhatsApp server may have responded.",
			outcome: 'notAccepted',
			retryable: false,
		});
	}
	return {
		headers: { authorization: `Bearer ${token}` },
		secrets: [token, basic],
		...lifetime(asText(user?.expires_after)),
	};
}

/** When a session is renewed: an hour before its end, or after nine tenths of a short one. */
function lifetime(expiresAfter: string | null): Pick<OpenedSession, 'renewFrom' | 'endsAt'> {
	const now = Date.now();
	// Such as 2026-03-01 15:29:26+00:00
	const endsAt = Date.parse((expiresAfter ?? '').replace(' ', 'T'));
	// Without an end, or with one in the past because a clock is wrong, the session is renewed once a day, and whenever the
	// host refuses it.
	if (!(endsAt > now)) return { renewFrom: now + day, endsAt: Infinity };
	return { renewFrom: endsAt - Math.min(hour, (endsAt - now) / 10), endsAt };
}

function failedLogIn(error: unknown): unknown {
	if (!(error instanceof RequestError) || isCancelled(error)) return error;
	const { httpStatus, code, details = '' } = error.facts;
	if (code === passwordChangeRequired || /new[ _-]?password/i.test(details)) {
		return error.with({
			what: 'The log-in failed: the server requires this user to set a new password first.',
			todo: 'Set one with a request POST /v1/users/login that has the username and the old password as Basic authentication and {"new_password": "…"} as its body. Then enter the new password in the credential.',
			generic: false,
			retryable: false,
		});
	}
	if (httpStatus === 401 || httpStatus === 403) {
		return error.with({
			what: 'The log-in failed: the server refused the username or the password.',
			todo: "Check 'Username' and 'Password' in the credential.",
			generic: false,
			retryable: false,
		});
	}
	return error;
}

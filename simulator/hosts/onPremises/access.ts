import type { FastifyRequest } from 'fastify';
import { business } from '../../business';
import type { OnPremisesEndpoint } from './endpoint';
import { refusal } from './errors';
import type { OnPremisesState, OnPremisesUser } from './state';

/**
 * Who calls: the user of a token from the log-in, or nobody in particular with the fixed token that Turn.io gives.
 *
 * @throws HostError 401 without a valid token, 403 for a user where an administrator is needed
 */
export function callerOf(
	{ headers }: FastifyRequest,
	server: OnPremisesState,
	access: OnPremisesEndpoint['access'] = 'administrator',
): OnPremisesUser | undefined {
	if (access === 'anybody') return undefined;
	const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
	if (token === business.onPremises.token) return undefined;
	const known = server.tokens.get(token ?? '');
	const user = server.users.find(({ username }) => username === known?.username);
	if (!known || !user || known.expiresAt <= Date.now()) {
		throw refusal(1005, token === undefined ? 'Authentication required' : 'Invalid token', 401);
	}
	if (access === 'administrator' && user.role !== 'ROLE_ADMIN') {
		throw refusal(1005, 'An administrator is needed for this');
	}
	return user;
}

/** User name and password of HTTP Basic, or undefined. */
export function basicCredentials({
	headers,
}: FastifyRequest): { username: string; password: string } | undefined {
	const encoded = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const [username = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
	return { username, password: password.join(':') };
}

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { basicCredentials } from './access';
import { onPremisesEndpoint } from './endpoint';
import { refusal, validated } from './errors';
import type { OnPremisesState, OnPremisesUser } from './state';

/** Upper and lower case, a digit and a sign. */
const password = z
	.string()
	.min(8)
	.max(64)
	.regex(/[A-Z]/)
	.regex(/[a-z]/)
	.regex(/\d/)
	.regex(/[^A-Za-z0-9]/);

/** As `expires_after`: with a blank and the offset. */
function timeText(milliseconds: number): string {
	return new Date(milliseconds)
		.toISOString()
		.replace('T', ' ')
		.replace(/\.\d+Z$/, '+00:00');
}

const loginSchema = z.object({ new_password: password.optional() }).optional();

export const logIn = onPremisesEndpoint({
	method: 'POST',
	path: '/users/login',
	access: 'anybody',
	handle: ({ simulator, server, body, raw }) => {
		const given = basicCredentials(raw);
		const user = server.users.find(
			({ username, password: own }) => username === given?.username && own === given.password,
		);
		if (!user) throw refusal(1005, 'Invalid credentials', 401);
		const newPassword = validated(loginSchema, bodyOf(body))?.new_password;
		if (newPassword !== undefined) {
			user.password = newPassword;
			user.mustChangePassword = false;
		}
		if (user.mustChangePassword) {
			throw refusal(1024, 'The first log-in must set new_password');
		}
		const token = `eyJhbGciOiAiSFMyNTYifQ.${randomBytes(24).toString('base64url')}`;
		const expiresAt = Date.now() + simulator.settings.onPremisesTokenLifetimeMs;
		server.tokens.set(token, { username: user.username, expiresAt });
		return { users: [{ token, expires_after: timeText(expiresAt) }] };
	},
});

/** A log-in may have no body, or one of any type that is empty. */
function bodyOf(body: unknown): unknown {
	return Buffer.isBuffer(body) || body === '' ? undefined : body;
}

export const logOut = onPremisesEndpoint({
	method: 'POST',
	path: '/users/logout',
	access: 'user',
	handle: ({ server, raw }) => {
		server.tokens.delete(raw.headers.authorization?.split(/\s+/)[1] ?? '');
		return {};
	},
});

const userSchema = z.strictObject({ username: z.string().min(4).max(32), password });

export const createUser = onPremisesEndpoint({
	method: 'POST',
	path: '/users',
	status: 201,
	handle: ({ server, body }) => {
		const input = validated(userSchema, body);
		if (server.users.some(({ username }) => username === input.username)) {
			throw refusal(1004, `The user ${input.username} exists`);
		}
		const user: OnPremisesUser = { ...input, role: 'ROLE_USER', mustChangePassword: false };
		server.users.push(user);
		return listed(user);
	},
});

export const getUser = onPremisesEndpoint({
	method: 'GET',
	path: '/users/:user',
	handle: ({ server, params }) => listed(found(server, params.user)),
});

export const updateUser = onPremisesEndpoint({
	method: 'PUT',
	path: '/users/:user',
	handle: ({ server, params, body }) => {
		const user = found(server, params.user);
		user.password = validated(z.strictObject({ password }), body).password;
		endSessions(server, user);
		return listed(user);
	},
});

export const deleteUser = onPremisesEndpoint({
	method: 'DELETE',
	path: '/users/:user',
	handle: ({ server, params }) => {
		const user = found(server, params.user);
		server.users.splice(server.users.indexOf(user), 1);
		endSessions(server, user);
		return listed(user);
	},
});

function found({ users }: OnPremisesState, name: string | undefined): OnPremisesUser {
	const user = users.find(({ username }) => username === name);
	if (!user) throw refusal(1006, `There is no user ${name}`);
	return user;
}

function listed({ username, role }: OnPremisesUser): Record<string, unknown> {
	return { users: [{ username, ROLES: role }] };
}

function endSessions({ tokens }: OnPremisesState, user: OnPremisesUser): void {
	for (const [token, { username }] of tokens) if (username === user.username) tokens.delete(token);
}

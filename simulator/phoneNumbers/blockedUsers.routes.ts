import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import type { PhoneNumber } from './phoneNumber';

const limit = 64_000;

const schema = z.object({
	messaging_product: z.literal('whatsapp'),
	block_users: z
		.array(z.object({ user: z.string().optional(), user_id: z.string().optional() }))
		.min(1)
		.max(1000),
});

interface User {
	/** As given in the request. */
	input: string;
	/** Digits of a phone number, or a user ID. */
	key: string;
	/** The user in the response. */
	output: Record<string, string | undefined>;
}

function readUsers(body: Record<string, unknown>): User[] {
	return validate(schema, body).block_users.map(({ user, user_id }) => {
		const input = user ?? user_id ?? '';
		const key = user === undefined ? input : input.replace(/\D/g, '');
		const output = user === undefined ? { user_id } : { input, wa_id: key };
		return { input, key, output };
	});
}

/**
 * Blocks users who wrote in the last 24 hours. The others are listed with the reason, and the response is
 * an error.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users
 */
export const blockUsers = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'block_users',
	handle: ({ simulator, node, body }) => {
		const users = readUsers(body);
		const blockable = users.filter(({ key }) => wroteRecently(simulator, node, key));
		const added = blockable.filter(({ key }) => !node.blockedUsers.includes(key));
		if (node.blockedUsers.length + added.length > limit) {
			throw new SimulatedGraphError(139101, { message: '(#139101) Blocklist limit reached' });
		}
		node.blockedUsers.push(...added.map(({ key }) => key));
		return respond('added_users', users, blockable, 'block');
	},
});

/** Unblocks users. */
export const unblockUsers = endpoint({
	method: 'DELETE',
	on: 'phoneNumber',
	edge: 'block_users',
	handle: ({ node, body }) => {
		const users = readUsers(body);
		const keys = users.map(({ key }) => key);
		node.blockedUsers = node.blockedUsers.filter((key) => !keys.includes(key));
		return respond('removed_users', users, users, 'unblock');
	},
});

export const listBlockedUsers = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'block_users',
	handle: ({ node, url }) =>
		pageOf(
			node.blockedUsers.map((key) => ({
				messaging_product: 'whatsapp',
				...(/^\d+$/.test(key) ? { wa_id: key } : { user_id: key }),
			})),
			url,
		),
});

function wroteRecently(
	{ state, settings }: SimulatorContext,
	number: PhoneNumber,
	key: string,
): boolean {
	const wroteAt = state.customer(key)?.lastWroteAt.get(number.id);
	return wroteAt !== undefined && Date.now() - wroteAt < settings.customerServiceWindowMs;
}

function respond(
	list: 'added_users' | 'removed_users',
	users: User[],
	done: User[],
	verb: 'block' | 'unblock',
): Record<string, unknown> {
	const failed = users.filter((user) => !done.includes(user));
	const result = {
		messaging_product: 'whatsapp',
		block_users: {
			[list]: done.map(({ output }) => output),
			...(failed.length > 0 && {
				failed_users: failed.map(({ output }) => ({
					...output,
					errors: [
						{
							message: 'Re-engagement required',
							code: 131047,
							error_data: { details: 'User has not messaged in the last 24 hours' },
						},
					],
				})),
			}),
		},
	};
	if (failed.length === 0) return result;
	throw new SimulatedGraphError(139100, {
		details: `Failed to ${verb} some users, see the block_users response list for details`,
		otherFields: result,
	});
}

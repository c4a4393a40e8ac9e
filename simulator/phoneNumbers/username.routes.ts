import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { validate } from '../graph/validation';
import type { State } from '../state';
import type { PhoneNumber } from './phoneNumber';

const schema = z.looseObject({
	username: z
		.string()
		.min(3)
		.max(35)
		.regex(/^[A-Za-z0-9._]+$/)
		.regex(/[A-Za-z]/)
		.refine(
			(name) => !/^www|^\.|\.$|\.\.|\.(com|org|net|int|edu|gov|mil|us|in|html)$/i.test(name),
			'Param Invalid',
		),
	transfer_action: z.enum(['none', 'force_transfer']).default('none'),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#get-current-username */
export const getUsername = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'username',
	handle: ({ node: { username, requestedUsername } }) => {
		if (username !== undefined) return { username, status: 'approved' };
		if (requestedUsername !== undefined) return { username: requestedUsername, status: 'reserved' };
		return {};
	},
});

/**
 * A reserved username is approved at once. Any other one stays requested.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#adopt-or-change-a-business-username
 */
export const setUsername = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'username',
	handle: ({ simulator, node, body }) => {
		if (!node.registered) throw new SimulatedGraphError(133010);
		const { username, transfer_action } = validate(schema, body);
		const code = refusals.get(username.toLowerCase());
		if (code !== undefined) throw new SimulatedGraphError(code);
		const holder = holderOf(simulator.state, username);
		if (holder !== undefined && holder !== node) {
			if (transfer_action === 'none') throw new SimulatedGraphError(147005);
			if (isSame(holder.username, username)) holder.username = undefined;
			if (isSame(holder.requestedUsername, username)) holder.requestedUsername = undefined;
		}
		if (business.usernames.reserved.some((name) => isSame(name, username))) {
			node.username = username;
			return { status: 'approved' };
		}
		node.requestedUsername = username;
		return { status: 'reserved' };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#delete-a-username */
export const deleteUsername = endpoint({
	method: 'DELETE',
	on: 'phoneNumber',
	edge: 'username',
	handle: ({ node }) => {
		const success = node.username !== undefined;
		node.username = undefined;
		return { success };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#get-reserved-usernames */
export const suggestUsernames = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'username_suggestions',
	handle: () => ({ data: [{ username_suggestions: business.usernames.reserved }] }),
});

export const withdrawUsername = endpoint({
	method: 'DELETE',
	on: 'phoneNumber',
	edge: 'requested_username',
	handle: ({ node }) => {
		const success = node.requestedUsername !== undefined;
		node.requestedUsername = undefined;
		return { success };
	},
});

const { taken, onFacebookPage, onInstagram } = business.usernames;
const refusals = new Map<string, number>([
	[taken, 147001],
	[onFacebookPage, 147003],
	[onInstagram, 147004],
]);

function holderOf({ phoneNumbers }: State, name: string): PhoneNumber | undefined {
	return phoneNumbers.find(
		({ username, requestedUsername }) => isSame(username, name) || isSame(requestedUsername, name),
	);
}

/** Case does not count, periods and underscores do. */
function isSame(username: string | undefined, name: string): boolean {
	return username?.toLowerCase() === name.toLowerCase();
}

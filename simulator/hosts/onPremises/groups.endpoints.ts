import { z } from 'zod';
import { checkGroupPicture } from '../../groups/picture';
import {
	createGroup,
	deleteGroup,
	removeParticipants,
	updateGroup,
} from '../../groups/groups.routes';
import type { Group } from '../../groups/group';
import { newInviteLink } from '../../groups/ids';
import type { SimulatedEndpoint } from '../../graph/endpoint';
import { bytesOf, contentOf } from './bytes';
import { onPremisesEndpoint, type OnPremisesCall } from './endpoint';
import { errorEntry, refusal, validated } from './errors';

const product = { messaging_product: 'whatsapp' };
const subjectSchema = z.strictObject({ subject: z.string().min(1).max(128) });
const peopleSchema = z.strictObject({ wa_ids: z.array(z.string().regex(/^\d+$/)).min(1) });

export const listGroups = onPremisesEndpoint({
	method: 'GET',
	path: '/groups',
	access: 'user',
	handle: ({ simulator: { state }, number }) => ({
		groups: state.groups
			.filter(({ phoneNumberId }) => phoneNumberId === number.id)
			.map(({ id }) => ({ id })),
	}),
});

export const createOnPremisesGroup = onPremisesEndpoint({
	method: 'POST',
	path: '/groups',
	access: 'user',
	status: 201,
	handle: async (call) => {
		const { subject } = validated(subjectSchema, call.body);
		await atMeta(call, createGroup, call.number, { ...product, subject });
		const group = call.simulator.state.groups.at(-1);
		return { groups: [{ id: group?.id, creation_time: seconds(group?.createdAt ?? 0) }] };
	},
});

export const getGroup = onPremisesEndpoint({
	method: 'GET',
	path: '/groups/:group',
	access: 'user',
	handle: (call) => {
		const { simulator, server, number } = call;
		const group = groupOf(call);
		const numbers = (userIds: string[]) =>
			userIds.map((userId) => simulator.state.customer(userId)?.waId ?? userId);
		return {
			groups: [
				{
					admins: [number.digits, ...numbers(server.admins.get(group.id) ?? [])],
					creation_time: seconds(group.createdAt),
					creator: number.digits,
					participants: [number.digits, ...numbers(group.participants)],
					subject: group.subject,
				},
			],
		};
	},
});

export const updateOnPremisesGroup = onPremisesEndpoint({
	method: 'PUT',
	path: '/groups/:group',
	access: 'user',
	handle: async (call) => {
		const { subject } = validated(subjectSchema, call.body);
		await atMeta(call, updateGroup, groupOf(call), { ...product, subject });
		return {};
	},
});

export const getInvite = onPremisesEndpoint({
	method: 'GET',
	path: '/groups/:group/invite',
	access: 'user',
	handle: (call) => ({ groups: [{ link: groupOf(call).inviteLink }] }),
});

/** The old link works no longer; there is a new one at once. */
export const deleteInvite = onPremisesEndpoint({
	method: 'DELETE',
	path: '/groups/:group/invite',
	access: 'user',
	handle: (call) => {
		groupOf(call).inviteLink = newInviteLink();
		return {};
	},
});

export const deleteParticipants = onPremisesEndpoint({
	method: 'DELETE',
	path: '/groups/:group/participants',
	access: 'user',
	handle: async (call) => {
		const group = groupOf(call);
		const { members, errors } = membersOf(call, group);
		const participants = members.map(({ wa_id: user }) => ({ user }));
		if (members.length > 0)
			await atMeta(call, removeParticipants, group, { ...product, participants });
		return errors;
	},
});

export const leaveGroup = onPremisesEndpoint({
	method: 'POST',
	path: '/groups/:group/leave',
	access: 'user',
	handle: async (call) => {
		await atMeta(call, deleteGroup, groupOf(call), {});
		return {};
	},
});

export const getIcon = onPremisesEndpoint({
	method: 'GET',
	path: '/groups/:group/icon',
	access: 'user',
	handle: (call) => contentOf(call.server.icons.get(groupOf(call).id)),
});

export const setIcon = onPremisesEndpoint({
	method: 'POST',
	path: '/groups/:group/icon',
	access: 'user',
	status: 201,
	handle: (call) => {
		const group = groupOf(call);
		const icon = bytesOf(call, /^image\/jpeg$/);
		checkGroupPicture({ mimeType: icon.type, content: icon.content, fileName: 'icon.jpg' });
		call.server.icons.set(group.id, icon);
		return {};
	},
});

export const deleteIcon = onPremisesEndpoint({
	method: 'DELETE',
	path: '/groups/:group/icon',
	access: 'user',
	handle: (call) => {
		call.server.icons.delete(groupOf(call).id);
		return {};
	},
});

export const addAdmins = onPremisesEndpoint({
	method: 'PATCH',
	path: '/groups/:group/admins',
	access: 'user',
	handle: (call) => {
		const group = groupOf(call);
		const { members, errors } = membersOf(call, group);
		const before = call.server.admins.get(group.id) ?? [];
		const added = members.map(({ userId }) => userId);
		call.server.admins.set(group.id, [...new Set([...before, ...added])]);
		return errors;
	},
});

export const removeAdmins = onPremisesEndpoint({
	method: 'DELETE',
	path: '/groups/:group/admins',
	access: 'user',
	handle: (call) => {
		const group = groupOf(call);
		const { members, errors } = membersOf(call, group);
		const removed = members.map(({ userId }) => userId);
		const before = call.server.admins.get(group.id) ?? [];
		call.server.admins.set(
			group.id,
			before.filter((userId) => !removed.includes(userId)),
		);
		return errors;
	},
});

/** @throws HostError 1006 for a group that the number does not have */
function groupOf({ simulator, number, params }: OnPremisesCall): Group {
	const group = simulator.state.groups.find(
		({ id, phoneNumberId }) => id === params.group && phoneNumberId === number.id,
	);
	if (!group) throw refusal(1006, 'There is no such group');
	return group;
}

/** Those of `wa_ids` who are in the group, and the errors for the others: part of them may succeed, with status 200. */
function membersOf(
	{ simulator: { state }, body }: OnPremisesCall,
	group: Group,
): { members: Array<{ wa_id: string; userId: string }>; errors: Record<string, unknown> } {
	const { wa_ids } = validated(peopleSchema, body);
	const people = wa_ids.map((wa_id) => ({ wa_id, userId: state.customer(wa_id)?.userId ?? '' }));
	const members = people.filter(({ userId }) => group.participants.includes(userId));
	const others = people.filter((person) => !members.includes(person));
	const errors = others.map(({ wa_id }) => errorEntry(1003, `${wa_id} is not in the group`));
	return { members, errors: errors.length > 0 ? { errors } : {} };
}

/** Does with a group what the endpoint of the Graph API does. */
async function atMeta(
	{ simulator, raw }: OnPremisesCall,
	{ handle }: SimulatedEndpoint,
	node: unknown,
	body: Record<string, unknown>,
): Promise<void> {
	const url = new URL(simulator.url);
	await handle({
		simulator,
		node,
		body,
		raw,
		url,
		query: url.searchParams,
		subIds: [],
	} as Parameters<SimulatedEndpoint['handle']>[0]);
}

function seconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}

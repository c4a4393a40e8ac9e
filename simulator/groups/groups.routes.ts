import { createHash } from 'node:crypto';
import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError, missingParameter } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { readForm } from '../graph/multipartForm';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import type { State } from '../state';
import { timestamp } from '../webhooks/payload';
import type { Group, JoinRequest } from './group';
import { newGroupId, newInviteLink, newRequestId } from './ids';
import { admit, emitGroupWebhook, errorEntry, GroupError, personOf } from './membership';
import { checkGroupPicture } from './picture';

const messagingProduct = { messaging_product: z.literal('whatsapp') };
const subject = z.string().trim().min(1).max(128);
const description = z.string().max(2048);
const createSchema = z.object({
	...messagingProduct,
	subject,
	description: description.optional(),
	join_approval_mode: z.enum(['approval_required', 'auto_approve']).default('auto_approve'),
});
const updateSchema = z.object({
	...messagingProduct,
	subject: subject.optional(),
	description: description.optional(),
});
const resetSchema = z.object(messagingProduct);
const joinRequestsSchema = z.object({
	...messagingProduct,
	join_requests: z.array(z.string()).min(1),
});
const participantsSchema = z.object({
	...messagingProduct,
	participants: z
		.array(z.union([z.object({ user: z.string() }), z.object({ user_id: z.string() })]))
		.min(1)
		.max(8),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#create-group */
export const createGroup = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'groups',
	handle: ({ simulator, node, body }) => {
		const input = validate(createSchema, body);
		const group: Group = {
			id: newGroupId(node.digits),
			phoneNumberId: node.id,
			subject: input.subject,
			description: input.description,
			joinApprovalMode: input.join_approval_mode,
			inviteLink: newInviteLink(),
			createdAt: Date.now(),
			participants: [],
			joinRequests: [],
			removed: [],
			pinned: [],
		};
		simulator.state.groups.push(group);
		const request_id = newRequestId();
		emitGroupWebhook(simulator, 'group_lifecycle_update', group, {
			type: 'group_create',
			request_id,
			subject: group.subject,
			...(group.description !== undefined && { description: group.description }),
			invite_link: group.inviteLink,
			join_approval_mode: group.joinApprovalMode,
		});
		return { messaging_product: 'whatsapp', request_id };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-active-groups */
export const listGroups = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'groups',
	handle: ({ simulator, node, url }) => {
		const groups = simulator.state.groups.filter(({ phoneNumberId }) => phoneNumberId === node.id);
		const { data, ...paging } = pageOf(groups, url);
		const entries = data.map(({ id, createdAt, ...group }) => ({
			id,
			subject: group.subject,
			created_at: timestamp(createdAt),
		}));
		return { data: { groups: entries }, ...paging };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-group-info */
export const getGroup = endpoint({
	method: 'GET',
	on: 'group',
	handle: ({ simulator, node, query }) => ({
		messaging_product: 'whatsapp',
		...selectFields(
			{
				id: node.id,
				subject: node.subject,
				description: node.description,
				suspended: false,
				creation_timestamp: seconds(node.createdAt),
				participants: node.participants.map((id) => personOf(simulator.state.customerOrNew(id))),
				total_participant_count: node.participants.length,
				join_approval_mode: node.joinApprovalMode,
			},
			query.get('fields'),
			['id'],
			'WhatsAppGroup',
		),
	}),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#update-group-settings */
export const updateGroup = endpoint({
	method: 'POST',
	on: 'group',
	handle: async ({ simulator, node, body, raw }) => {
		const { fields, files } = await readForm(raw, body);
		const picture = files.file;
		const changes = validate(updateSchema, fields);
		if (changes.subject === undefined && changes.description === undefined && !picture) {
			throw missingParameter('subject');
		}
		if (picture) checkGroupPicture(picture);
		const request_id = newRequestId();
		node.subject = changes.subject ?? node.subject;
		node.description = changes.description ?? node.description;
		emitGroupWebhook(simulator, 'group_settings_update', node, {
			type: 'group_settings_update',
			request_id,
			...(changes.subject !== undefined && {
				group_subject: { text: node.subject, update_successful: true },
			}),
			...(changes.description !== undefined && {
				group_description: { text: node.description, update_successful: true },
			}),
			...(picture && {
				profile_picture: {
					mime_type: picture.mimeType,
					sha256: createHash('sha256').update(picture.content).digest('hex'),
					update_successful: true,
				},
			}),
		});
		return { messaging_product: 'whatsapp', request_id };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#delete-group */
export const deleteGroup = endpoint({
	method: 'DELETE',
	on: 'group',
	handle: ({ simulator, node }) => {
		simulator.state.groups.splice(simulator.state.groups.indexOf(node), 1);
		emitGroupWebhook(simulator, 'group_lifecycle_update', node, {
			type: 'group_delete',
			request_id: newRequestId(),
		});
		return { success: true };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-group-invite-link */
export const getInviteLink = endpoint({
	method: 'GET',
	on: 'group',
	edge: 'invite_link',
	handle: ({ node }) => ({ messaging_product: 'whatsapp', invite_link: node.inviteLink }),
});

export const resetInviteLink = endpoint({
	method: 'POST',
	on: 'group',
	edge: 'invite_link',
	handle: ({ node, body }) => {
		validate(resetSchema, body);
		node.inviteLink = newInviteLink();
		return { messaging_product: 'whatsapp', invite_link: node.inviteLink };
	},
});

/**
 * A webhook reports the outcome, also for users who are not in the group.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#remove-group-participants
 */
export const removeParticipants = endpoint({
	method: 'DELETE',
	on: 'group',
	edge: 'participants',
	handle: ({ simulator, node, body }) => {
		const users = validate(participantsSchema, body).participants.map((person) =>
			'user' in person ? person.user : person.user_id,
		);
		const known = users.map((input) => ({ input, userId: userIdOf(simulator.state, input) }));
		checkDuplicates(known.map(({ input, userId }) => userId ?? input));
		const inGroup = known.filter(({ userId }) => userId && node.participants.includes(userId));
		const others = known.filter((user) => !inGroup.includes(user));
		const removed = inGroup.map(({ userId }) => userId as string);
		node.participants = node.participants.filter((id) => !removed.includes(id));
		node.removed.push(...removed);
		const request_id = newRequestId();
		const errors = [errorEntry(131212, 'The participant is not in the group.')];
		emitGroupWebhook(simulator, 'group_participants_update', node, {
			type: 'group_participants_remove',
			request_id,
			initiated_by: 'business',
			...(inGroup.length > 0 && {
				removed_participants: inGroup.map(({ input }) => ({ input })),
			}),
			...(others.length > 0 && {
				failed_participants: others.map(({ input }) => ({ input, errors })),
			}),
		});
		return { messaging_product: 'whatsapp', request_id };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-join-requests */
export const listJoinRequests = endpoint({
	method: 'GET',
	on: 'group',
	edge: 'join_requests',
	handle: ({ simulator, node, url }) =>
		pageOf(
			node.joinRequests.map(({ id, userId, createdAt }) => ({
				join_request_id: id,
				...personOf(simulator.state.customerOrNew(userId)),
				creation_timestamp: seconds(createdAt),
			})),
			url,
		),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#approve-join-requests */
export const approveJoinRequests = endpoint({
	method: 'POST',
	on: 'group',
	edge: 'join_requests',
	handle: ({ simulator, node, body }) =>
		decideJoinRequests(node, body, 'approved_join_requests', ({ id, userId }) =>
			admit(simulator, node, [simulator.state.customerOrNew(userId)], {
				reason: 'join_request',
				join_request_id: id,
			}),
		),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#reject-join-requests */
export const rejectJoinRequests = endpoint({
	method: 'DELETE',
	on: 'group',
	edge: 'join_requests',
	handle: ({ node, body }) => decideJoinRequests(node, body, 'rejected_join_requests'),
});

function decideJoinRequests(
	group: Group,
	body: Record<string, unknown>,
	key: string,
	apply?: (request: JoinRequest) => void,
): Record<string, unknown> {
	const input = validate(joinRequestsSchema, body).join_requests;
	const failed: Array<{ join_request_id: string; errors: unknown[] }> = [];
	const done: string[] = [];
	for (const id of input) {
		const error = decideJoinRequest(group, id, apply);
		if (error) failed.push({ join_request_id: id, errors: [error] });
		else done.push(id);
	}
	return {
		messaging_product: 'whatsapp',
		[key]: done,
		...(failed.length > 0 && {
			failed_join_requests: failed,
			errors: [errorEntry(131201, 'Not all of the join requests could be handled.')],
		}),
	};
}

function decideJoinRequest(
	group: Group,
	id: string,
	apply?: (request: JoinRequest) => void,
): ReturnType<typeof errorEntry> | undefined {
	const request = group.joinRequests.find((candidate) => candidate.id === id);
	if (!request) return errorEntry(131213, 'The join request no longer exists.');
	try {
		apply?.(request);
	} catch (error) {
		if (error instanceof GroupError) return errorEntry(131204, error.message);
		throw error;
	}
	group.joinRequests = group.joinRequests.filter((candidate) => candidate !== request);
	return undefined;
}

function userIdOf(state: State, user: string): string | undefined {
	return (state.customer(user) ?? state.customer(user.replace(/\D/g, '')))?.userId;
}

function checkDuplicates(users: string[]): void {
	if (new Set(users).size < users.length) throw new SimulatedGraphError(131202);
}

function seconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}

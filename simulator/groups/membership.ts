import type { SimulatorContext } from '../context';
import type { Customer } from '../customers/customer';
import { SimulatedGraphError, type WebhookErrorEntry } from '../graph/errors';
import { metadataOf, timestamp } from '../webhooks/payload';
import type { Group } from './group';
import { newJoinRequestId } from './ids';

/** Largest number of participants, not counting the business. */
const maximumParticipants = 8;

/** A customer cannot do this in a group. The message says why. */
export class GroupError extends Error {}

/**
 * Sends a webhook about a group.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/webhooks
 */
export function emitGroupWebhook(
	{ state, webhooks }: SimulatorContext,
	field: 'group_lifecycle_update' | 'group_participants_update' | 'group_settings_update',
	group: Pick<Group, 'id' | 'phoneNumberId'>,
	change: { type: string } & Record<string, unknown>,
): void {
	const phoneNumber = state.phoneNumbers.find(({ id }) => id === group.phoneNumberId);
	if (!phoneNumber) return;
	const entry = { timestamp: timestamp(Date.now()), group_id: group.id, ...change };
	// Meta responds to the call first.
	webhooks.later(0, () => {
		webhooks.emit({
			field,
			phoneNumberId: phoneNumber.id,
			value: { ...metadataOf(phoneNumber), groups: [entry] },
		});
	});
}

/**
 * A customer opens the invite link. They join or wait for approval.
 *
 * @throws GroupError if they cannot join
 */
export function joinGroup(simulator: SimulatorContext, group: Group, customer: Customer): void {
	const { userId } = customer;
	if (group.participants.includes(userId)) throw new GroupError('They are already in the group');
	if (group.removed.includes(userId)) {
		throw new GroupError('They were removed from the group and cannot join it again');
	}
	if (group.joinApprovalMode === 'auto_approve') {
		admit(simulator, group, [customer], { reason: 'invite_link' });
		return;
	}
	if (group.joinRequests.some((request) => request.userId === userId)) {
		throw new GroupError('They have already asked to join');
	}
	const request = { id: newJoinRequestId(customer.waId ?? userId), userId, createdAt: Date.now() };
	group.joinRequests.push(request);
	emitGroupWebhook(simulator, 'group_participants_update', group, {
		type: 'group_join_request_created',
		join_request_id: request.id,
		...personOf(customer),
	});
}

/**
 * A customer leaves the group or withdraws their join request.
 *
 * @throws GroupError if they are not in it and have not asked to join
 */
export function leaveGroup(simulator: SimulatorContext, group: Group, customer: Customer): void {
	const { userId } = customer;
	const request = group.joinRequests.find((candidate) => candidate.userId === userId);
	if (request) {
		group.joinRequests = group.joinRequests.filter((candidate) => candidate !== request);
		emitGroupWebhook(simulator, 'group_participants_update', group, {
			type: 'group_join_request_revoked',
			join_request_id: request.id,
			...personOf(customer),
		});
		return;
	}
	if (!group.participants.includes(userId)) throw new GroupError('They are not in the group');
	group.participants = group.participants.filter((id) => id !== userId);
	emitGroupWebhook(simulator, 'group_participants_update', group, {
		type: 'group_participants_remove',
		initiated_by: 'participant',
		removed_participants: [personOf(customer)],
	});
}

/**
 * Adds customers to the group.
 *
 * @throws GroupError if it is full
 */
export function admit(
	simulator: SimulatorContext,
	group: Group,
	customers: Customer[],
	why: { reason: string; join_request_id?: string },
): void {
	if (group.participants.length + customers.length > maximumParticipants) {
		throw new GroupError('The group is full');
	}
	group.participants.push(...customers.map(({ userId }) => userId));
	emitGroupWebhook(simulator, 'group_participants_update', group, {
		type: 'group_participants_add',
		...why,
		added_participants: customers.map(personOf),
	});
}

/** A customer in group webhooks and responses. */
export function personOf({ waId, userId }: Customer): Record<string, unknown> {
	return { ...(waId && { wa_id: waId }), user_id: userId };
}

/** An error of one participant or one join request. */
export function errorEntry(code: number, details: string): Omit<WebhookErrorEntry, 'href'> {
	const error = new SimulatedGraphError(code, { details });
	const { title, error_data } = error.toWebhookEntry();
	return { code, message: error.message, title, error_data };
}

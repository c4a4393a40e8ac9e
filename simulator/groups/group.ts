import { business } from '../business';
import { newInviteLink } from './ids';

/** A pending request to join a group. */
export interface JoinRequest {
	id: string;
	/** The customer's user ID. */
	userId: string;
	/** Milliseconds since 1970. */
	createdAt: number;
}

export interface Group {
	id: string;
	/** The business number it belongs to. */
	phoneNumberId: string;
	subject: string;
	description?: string;
	joinApprovalMode: 'approval_required' | 'auto_approve';
	inviteLink: string;
	/** Milliseconds since 1970. */
	createdAt: number;
	/** User IDs of all participants except the business. */
	participants: string[];
	joinRequests: JoinRequest[];
	/** User IDs of participants the business removed. They cannot join again. */
	removed: string[];
	/** IDs of the pinned messages, those pinned last at the end. */
	pinned: string[];
}

/**
 * The group a new simulator has.
 *
 * @param userIdOf the user ID of the customer with this phone number
 */
export function seededGroup(userIdOf: (waId: string) => string): Group {
	const { joinRequests, ...group } = business.group;
	const createdAt = Date.now();
	return {
		...group,
		phoneNumberId: business.phoneNumbers[0].id,
		joinApprovalMode: 'approval_required',
		inviteLink: newInviteLink(),
		createdAt,
		participants: business.customers.map(({ userId }) => userId),
		joinRequests: joinRequests.map(({ id, waId }) => {
			return { id, userId: userIdOf(waId), createdAt };
		}),
		removed: [],
		pinned: [],
	};
}

import { randomBytes } from 'node:crypto';
import { business } from '../business';

export interface Call {
	id: string;
	phoneNumberId: string;
	/** Of the customer. */
	userId: string;
	direction: 'USER_INITIATED' | 'BUSINESS_INITIATED';
	state: 'ringing' | 'accepted' | 'ended';
	/** When it was accepted. Milliseconds since 1970, as all times. */
	acceptedAt?: number;
	/** The text that the business gave it, `biz_opaque_callback_data`. */
	callbackData?: string;
	/** The payload of the call button that the customer tapped. */
	buttonPayload?: string;
}

/** A call ID in Meta's format. */
export function newCallId(): string {
	return `wacid.${randomBytes(21).toString('base64url')}`;
}

/**
 * The calls of a new simulator: one that comes in at each number, and rings until the business acts.
 *
 * @param userIdOf the user ID of the customer with this phone number
 */
export function seededCalls(userIdOf: (waId: string) => string): Call[] {
	return business.calls.map(({ id, phoneNumberId, waId }) => ({
		id,
		phoneNumberId,
		userId: userIdOf(waId),
		direction: 'USER_INITIATED',
		state: 'ringing',
	}));
}

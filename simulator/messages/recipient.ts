import type { Customer } from '../customers/customer';
import { SimulatedGraphError } from '../graph/errors';
import type { Group } from '../groups/group';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import type { State } from '../state';
import type { OutgoingMessage } from '.';

/** The recipient of a message. */
export type Recipient =
	| { kind: 'customer'; customer: Customer; identifiedBy: 'phoneNumber' | 'userId' }
	| { kind: 'group'; group: Group };

const userIdFormat = /^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/;

/**
 * Resolves the recipient of a message. `to` takes precedence over `recipient`.
 *
 * @throws SimulatedGraphError 131009 for an invalid recipient, 131021 for the sender itself
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function recipientOf(
	message: OutgoingMessage,
	sender: PhoneNumber,
	state: State,
): Recipient {
	return message.recipient_type === 'group'
		? groupOf(message.to, state)
		: personOf(message, sender, state);
}

/**
 * Resolves the person who gets a message or a call.
 *
 * @throws SimulatedGraphError like `recipientOf`
 */
export function personOf(
	{ to, recipient: userId = '' }: { to?: string; recipient?: string },
	sender: PhoneNumber,
	state: State,
): Extract<Recipient, { kind: 'customer' }> {
	if (to) {
		const customer = state.customerOrNew(digitsOf(to, sender));
		return { kind: 'customer', customer, identifiedBy: 'phoneNumber' };
	}
	if (!userIdFormat.test(userId)) {
		throw new SimulatedGraphError(131009, { details: 'Business-scoped user ID is not valid' });
	}
	return { kind: 'customer', customer: state.customerOrNew(userId), identifiedBy: 'userId' };
}

function groupOf(id: string | undefined, state: State): Recipient {
	const group = state.groups.find((candidate) => candidate.id === id);
	if (!group) throw new SimulatedGraphError(131009, { details: 'Group ID is not valid' });
	return { kind: 'group', group };
}

/** The digits of a number. Meta accepts the usual formats. */
function digitsOf(to: string, sender: PhoneNumber): string {
	const digits = to.replace(/[\s().+-]/g, '');
	if (!/^\d{5,15}$/.test(digits)) {
		throw new SimulatedGraphError(131009, {
			details: 'The phone number is malformed: Please use the format: +1234567890.',
		});
	}
	if (digits === sender.digits) {
		throw new SimulatedGraphError(131021, {
			details: 'Sender and recipient phone number is the same.',
		});
	}
	return digits;
}

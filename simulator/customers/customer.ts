import { randomInt } from 'node:crypto';
import type { CallHistory } from '../calls/permissions';

/** A person who uses WhatsApp. All times are in milliseconds since 1970, by phone number ID. */
export interface Customer {
	/** Phone number in digits. Not set for a customer who is known by `userId` only. */
	waId?: string;
	userId: string;
	username?: string;
	profileName: string;
	/** When they last wrote. */
	lastWroteAt: Map<string, number>;
	/** When they came from an ad, until the business replies. */
	cameFromAdAt: Map<string, number>;
	/** Until when messages to them are free, because they came from an ad. */
	freeUntil: Map<string, number>;
	/** IDs of the phone numbers from which they stopped marketing messages. */
	stoppedMarketing: Set<string>;
	/** Permissions and limits of calls. */
	calls: Map<string, CallHistory>;
}

/** A customer as JSON. */
export type CustomerJson = Pick<Customer, 'waId' | 'userId' | 'username' | 'profileName'> & {
	lastWroteAt: Record<string, number>;
	freeUntil: Record<string, number>;
	stoppedMarketing: string[];
};

/** A customer without a past. */
export function newCustomer(
	identity: Pick<Customer, 'waId' | 'userId' | 'username' | 'profileName'>,
): Customer {
	return {
		...identity,
		lastWroteAt: new Map(),
		cameFromAdAt: new Map(),
		freeUntil: new Map(),
		stoppedMarketing: new Set(),
		calls: new Map(),
	};
}

export function customerJson(customer: Customer): CustomerJson {
	const { waId, userId, username, profileName, lastWroteAt, freeUntil, stoppedMarketing } =
		customer;
	return {
		waId,
		userId,
		username,
		profileName,
		lastWroteAt: Object.fromEntries(lastWroteAt),
		freeUntil: Object.fromEntries(freeUntil),
		stoppedMarketing: [...stoppedMarketing],
	};
}

/** A new business-scoped user ID: country code, full stop, digits. */
export function newUserId(country = 'US'): string {
	return `${country}.${randomInt(1_000_000_000, 9_999_999_999)}${randomInt(1_000_000_000, 9_999_999_999)}`;
}

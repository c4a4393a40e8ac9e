import { randomBytes, randomInt } from 'node:crypto';
import type { CallHistory } from '../calls/permissions';

/** A person who uses WhatsApp. All times are in milliseconds since 1970, by phone number ID. */
export interface Customer {
	/** Phone number in digits. Not set for a customer who is known by `userId` only. */
	waId?: string;
	userId: string;
	username?: string;
	profileName: string;
	/** Another one means another phone, and maybe another person. */
	identityKeyHash: string;
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

type CustomerIdentity = Pick<
	Customer,
	'waId' | 'userId' | 'username' | 'profileName' | 'identityKeyHash'
>;

/** A customer as JSON. */
export type CustomerJson = CustomerIdentity & {
	lastWroteAt: Record<string, number>;
	freeUntil: Record<string, number>;
	stoppedMarketing: string[];
};

/** A customer without a past. */
export function newCustomer(identity: Omit<CustomerIdentity, 'identityKeyHash'>): Customer {
	return {
		identityKeyHash: newIdentityKeyHash(),
		...identity,
		lastWroteAt: new Map(),
		cameFromAdAt: new Map(),
		freeUntil: new Map(),
		stoppedMarketing: new Set(),
		calls: new Map(),
	};
}

export function customerJson(customer: Customer): CustomerJson {
	const { waId, userId, username, profileName, identityKeyHash } = customer;
	const { lastWroteAt, freeUntil, stoppedMarketing } = customer;
	return {
		waId,
		userId,
		username,
		profileName,
		identityKeyHash,
		lastWroteAt: Object.fromEntries(lastWroteAt),
		freeUntil: Object.fromEntries(freeUntil),
		stoppedMarketing: [...stoppedMarketing],
	};
}

/** A hash as in Meta's webhooks, e.g. `DF2lS5v2W6x=`. */
function newIdentityKeyHash(): string {
	return randomBytes(8).toString('base64');
}

/** A new business-scoped user ID: country code, full stop, digits. */
export function newUserId(country = 'US'): string {
	return `${country}.${randomInt(1_000_000_000, 9_999_999_999)}${randomInt(1_000_000_000, 9_999_999_999)}`;
}

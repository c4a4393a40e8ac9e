import { randomInt } from 'node:crypto';

/** A person who uses WhatsApp. */
export interface Customer {
	/** Phone number in digits. Not set for a customer who is known by `userId` only. */
	waId?: string;
	userId: string;
	username?: string;
	profileName: string;
	/** When they last wrote, by phone number ID, in milliseconds since 1970. */
	lastWroteAt: Map<string, number>;
}

/** A new business-scoped user ID: country code, full stop, digits. */
export function newUserId(country = 'US'): string {
	return `${country}.${randomInt(1_000_000_000, 9_999_999_999)}${randomInt(1_000_000_000, 9_999_999_999)}`;
}

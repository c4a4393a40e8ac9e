import { randomInt } from 'node:crypto';

/** A person who uses WhatsApp. */
export interface Customer {
	/** Phone number in digits; not there for someone who can only be told by `userId`. */
	waId?: string;
	userId: string;
	username?: string;
	profileName: string;
	/** When they last wrote, by phone-number ID, in milliseconds. */
	lastWroteAt: Map<string, number>;
}

/** A business-scoped user ID: country code, full stop, digits. */
export function newUserId(country = 'US'): string {
	return `${country}.${randomInt(1_000_000_000, 9_999_999_999)}${randomInt(1_000_000_000, 9_999_999_999)}`;
}

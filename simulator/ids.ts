import { randomBytes, randomInt } from 'node:crypto';

/** A message ID of the shape Meta gives: `wamid.` and base64 that holds the user's ID. */
export function newMessageId(userKey: string, fromCustomer: boolean): string {
	const unique = randomBytes(9).toString('hex').toUpperCase();
	const bytes = Buffer.from(
		`\x1c\x18${String.fromCharCode(userKey.length)}${userKey}\x15\x02\x00\x11\x18${fromCustomer ? '\x14' : '\x12'}${unique}\x00`,
		'latin1',
	);
	return `wamid.${bytes.toString('base64')}`;
}

/** A Graph object ID: digits only. */
export function newGraphId(): string {
	return `${randomInt(1_000_000, 9_999_999)}${randomInt(100_000_000, 999_999_999)}`;
}

/** A business-scoped user ID: country code, full stop, digits. */
export function newUserId(country = 'US'): string {
	return `${country}.${randomInt(1_000_000_000, 9_999_999_999)}${randomInt(1_000_000_000, 9_999_999_999)}`;
}

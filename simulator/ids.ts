import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const previewLifetimeMs = 30 * 86_400_000;

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

/** A group ID of the shape Meta gives: base64 that holds the digits of the business number. */
export function newGroupId(businessNumber: string): string {
	return numbered(`capi_group:${businessNumber}`);
}

/** The ID of a request to join a group: base64 that holds the user's number or ID. */
export function newJoinRequestId(userKey: string): string {
	return numbered(userKey);
}

/** The link people join a group with. */
export function newInviteLink(): string {
	return `https://chat.whatsapp.com/${randomBytes(16).toString('base64url')}`;
}

/** A link anybody can see a Flow with; `expiresAt` in milliseconds since 1970. */
export function newPreview(): { token: string; expiresAt: number } {
	return { token: randomUUID(), expiresAt: Date.now() + previewLifetimeMs };
}

/** The ID of a call whose outcome follows by webhook. */
export function newRequestId(): string {
	return randomUUID();
}

function numbered(text: string): string {
	const unique = `${newGraphId()}${randomInt(100, 999)}`;
	return Buffer.from(`${text}:${unique}`).toString('base64url');
}

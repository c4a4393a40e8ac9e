import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { newGraphId } from '../graph/id';

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

/** The ID of a call whose outcome follows by webhook. */
export function newRequestId(): string {
	return randomUUID();
}

function numbered(text: string): string {
	const unique = `${newGraphId()}${randomInt(100, 999)}`;
	return Buffer.from(`${text}:${unique}`).toString('base64url');
}

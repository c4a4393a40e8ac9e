import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { newGraphId } from '../graph/id';

/** A group ID in Meta's format: base64 with the digits of the business number. */
export function newGroupId(businessNumber: string): string {
	return withUniqueNumber(`capi_group:${businessNumber}`);
}

/** ID of a join request: base64 with the user's number or ID. */
export function newJoinRequestId(userKey: string): string {
	return withUniqueNumber(userKey);
}

/** A new invite link. */
export function newInviteLink(): string {
	return `https://chat.whatsapp.com/${randomBytes(16).toString('base64url')}`;
}

/** ID of a request whose outcome is reported by webhook. */
export function newRequestId(): string {
	return randomUUID();
}

function withUniqueNumber(text: string): string {
	const unique = `${newGraphId()}${randomInt(100, 999)}`;
	return Buffer.from(`${text}:${unique}`).toString('base64url');
}

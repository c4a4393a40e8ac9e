import { createHmac } from 'node:crypto';

import { derivedKey } from '../graphApi/derivedKey';
import { secretsMatch } from '../graphApi/secretsMatch';
import { textLimits } from '../graphApi/textLimits';
import { userKey } from './userKey';

/** What a reply says about its question. */
export interface TokenPayload {
	executionId: string;
	nodeId: string;
	/** n8n's signature of the URL that resumes the execution, in hex. */
	resumeSignature: string;
	/** Unique to this message: a later question of the same node and execution has another ID. */
	questionId: string;
	/** Index of the chosen option; undefined when the person writes the reply. */
	choice: number | undefined;
	/** When the wait ends, in seconds since 1970; undefined when it never does. */
	until: number | undefined;
	/** The status of the message that the execution waits for. Undefined for a question; `choice` is then the item. */
	awaits?: AwaitedStatus;
}

/** What a message whose delivery an execution waits for has to become. */
export type AwaitedStatus = 'delivered' | 'read';

/** What a token begins with, and what it says. */
const awaitedBy = { n8nAnswer: undefined, n8nDelivered: 'delivered', n8nRead: 'read' } as const;
type Prefix = keyof typeof awaitedBy;
const prefixes = Object.keys(awaitedBy) as Prefix[];
const shape =
	/^(?<prefix>n8nAnswer|n8nDelivered|n8nRead):(?<parts>[^:]+:[^:]+:[\w-]+:[\w-]+:\d*:\d*):(?<seal>[\w-]+)$/;

/**
 * Makes the ID of a button or a row. It ties a tap to one message of one execution and to the person who was asked,
 * and is sealed with a key from a secret of the credential, which only Meta and the owner of the app know. About 125
 * characters: the payload of a template's button takes 128.
 */
export function replyToken(payload: TokenPayload, recipient: string, secret: string): string {
	const { executionId, nodeId, resumeSignature, questionId, choice, until, awaits } = payload;
	const prefix = prefixes.find((each) => awaitedBy[each] === awaits) ?? 'n8nAnswer';
	const parts = [
		executionId,
		packedId(nodeId),
		Buffer.from(resumeSignature, 'hex').toString('base64url'),
		questionId,
		choice ?? '',
		until ?? '',
	].join(':');
	return `${prefix}:${parts}:${sealOf(prefix, parts, recipient, secret)}`;
}

/** Whether a text looks like a token, whoever made it. */
export function isReplyToken(text: string): boolean {
	return prefixes.some((prefix) => text.startsWith(`${prefix}:`));
}

/**
 * Reads the token of a reply.
 * @param users everything known about the sender: phone number, business-scoped user ID.
 * @returns undefined for any other text, and for a token that was changed, sealed with another secret or meant
 * for someone else.
 */
export function readReplyToken(
	text: unknown,
	users: readonly string[],
	secret: string,
): TokenPayload | undefined {
	if (typeof text !== 'string' || text.length > textLimits.replyToken) return undefined;
	const { prefix: found, parts = '', seal = '' } = shape.exec(text)?.groups ?? {};
	const prefix = prefixes.find((each) => each === found);
	if (prefix === undefined) return undefined;
	const isSealed = users.some((user) => secretsMatch(seal, sealOf(prefix, parts, user, secret)));
	if (!isSealed) return undefined;
	const [executionId = '', nodeId = '', resumeSignature = '', questionId = '', choice, until] =
		parts.split(':');
	return {
		executionId,
		nodeId: unpackedId(nodeId),
		resumeSignature: Buffer.from(resumeSignature, 'base64url').toString('hex'),
		questionId,
		choice: choice ? Number(choice) : undefined,
		until: until ? Number(until) : undefined,
		awaits: awaitedBy[prefix],
	};
}

/** Reads a token that one of these secrets has sealed. */
export function openReplyToken(
	text: unknown,
	users: readonly string[],
	secrets: readonly string[],
): { payload: TokenPayload; secret: string } | undefined {
	for (const secret of secrets) {
		const payload = readReplyToken(text, users, secret);
		if (payload !== undefined) return { payload, secret };
	}
	return undefined;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const packed = ',';

/** n8n's IDs are UUIDs, which fit into 22 characters. The comma in front is escaped in other IDs. */
function packedId(id: string): string {
	if (!uuid.test(id)) return encodeURIComponent(id);
	return packed + Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpackedId(text: string): string {
	if (!text.startsWith(packed)) return decodeURIComponent(text);
	return Buffer.from(text.slice(1), 'base64url')
		.toString('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** 96 bits. */
const sealLength = 16;

function sealOf(prefix: Prefix, parts: string, user: string, secret: string): string {
	return createHmac('sha256', derivedKey(secret, 'reply token'))
		.update(JSON.stringify([prefix, parts, userKey(user)]))
		.digest('base64url')
		.slice(0, sealLength);
}

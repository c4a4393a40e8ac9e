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
}

const prefix = 'n8nAnswer';
const shape = /^n8nAnswer:(?<parts>[^:]+:[^:]+:[0-9a-f]+:[\w-]+:\d*:\d*):(?<seal>[\w-]+)$/;

/**
 * Makes the ID of a button or a row. It ties a tap to one message of one execution and to the person who was asked,
 * and is sealed with a key from the app secret, which only Meta and the owner of the app know. About 160 characters.
 */
export function replyToken(payload: TokenPayload, recipient: string, appSecret: string): string {
	const { executionId, nodeId, resumeSignature, questionId, choice, until } = payload;
	const parts = [
		executionId,
		encodeURIComponent(nodeId),
		resumeSignature,
		questionId,
		choice ?? '',
		until ?? '',
	].join(':');
	return `${prefix}:${parts}:${sealOf(parts, recipient, appSecret)}`;
}

/** Whether a text looks like a token, whoever made it. */
export function isReplyToken(text: string): boolean {
	return text.startsWith(`${prefix}:`);
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
	appSecret: string,
): TokenPayload | undefined {
	if (typeof text !== 'string' || text.length > textLimits.replyToken) return undefined;
	const { parts = '', seal = '' } = shape.exec(text)?.groups ?? {};
	const isSealed = users.some((user) => secretsMatch(seal, sealOf(parts, user, appSecret)));
	if (!isSealed) return undefined;
	const [executionId = '', nodeId = '', resumeSignature = '', questionId = '', choice, until] =
		parts.split(':');
	return {
		executionId,
		nodeId: decodeURIComponent(nodeId),
		resumeSignature,
		questionId,
		choice: choice ? Number(choice) : undefined,
		until: until ? Number(until) : undefined,
	};
}

/** 132 bits: a button has room for 256 characters, a row for 200. */
const sealLength = 22;

function sealOf(parts: string, user: string, appSecret: string): string {
	return createHmac('sha256', derivedKey(appSecret, 'reply token'))
		.update(JSON.stringify([prefix, parts, userKey(user)]))
		.digest('base64url')
		.slice(0, sealLength);
}

import { createHmac } from 'node:crypto';

import { secretsMatch } from '../graphApi/secretsMatch';
import { userKey } from './userKey';

/** What an answer says about the question it answers. */
export interface AnswerClaims {
	executionId: string;
	nodeId: string;
	/** With which n8n signed the address that resumes the execution, in hex. */
	resumeSignature: string;
	/** Made for this one message: a later question of the same node and execution has another. */
	questionId: string;
	/** Index of the choice this answer stands for; undefined where the person writes the answer. */
	choice: number | undefined;
	/** When the wait ends, in seconds since 1970; undefined when it never does. */
	until: number | undefined;
}

const prefix = 'n8nAnswer';
const shape = /^n8nAnswer:([^:]+):([^:]+):([0-9a-f]+):([\w-]+):(\d*):(\d*):([\w-]+)$/;

/**
 * The text behind a button or a row, by which its tap is known to answer one message of one execution, and to
 * come from the one person who was asked: sealed with the app secret, which only Meta and the owner of the app
 * know. About 160 characters.
 */
export function answerToken(claims: AnswerClaims, recipient: string, appSecret: string): string {
	const { executionId, nodeId, resumeSignature, questionId, choice, until } = claims;
	return [
		prefix,
		executionId,
		encodeURIComponent(nodeId),
		resumeSignature,
		questionId,
		choice ?? '',
		until ?? '',
		sealOf(claims, recipient, appSecret),
	].join(':');
}

/**
 * Reads a token that came back.
 * @param users everything known about who sent it: phone number, business-scoped user ID.
 * @returns undefined for any other text, and for a token that was changed, was sealed with another secret, or
 * was meant for somebody else.
 */
export function readAnswerToken(
	text: string,
	users: readonly string[],
	appSecret: string,
): AnswerClaims | undefined {
	const parts = shape.exec(text);
	if (!parts) return undefined;
	const [executionId, nodeId, resumeSignature, questionId, choice, until, seal] = parts.slice(
		1,
	) as [string, string, string, string, string, string, string];
	const claims: AnswerClaims = {
		executionId,
		nodeId: decodeURIComponent(nodeId),
		resumeSignature,
		questionId,
		choice: choice === '' ? undefined : Number(choice),
		until: until === '' ? undefined : Number(until),
	};
	const isSealed = users.some((user) => secretsMatch(seal, sealOf(claims, user, appSecret)));
	return isSealed ? claims : undefined;
}

/** 132 bits: a button has room for 256 characters, a row for 200. */
const sealLength = 22;

function sealOf(claims: AnswerClaims, user: string, appSecret: string): string {
	const { executionId, nodeId, resumeSignature, questionId, choice, until } = claims;
	const sealed = [
		executionId,
		nodeId,
		resumeSignature,
		questionId,
		choice ?? null,
		until ?? null,
		userKey(user),
	];
	return createHmac('sha256', appSecret)
		.update(`${prefix} ${JSON.stringify(sealed)}`)
		.digest('base64url')
		.slice(0, sealLength);
}

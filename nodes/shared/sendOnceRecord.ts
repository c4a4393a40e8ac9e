import { hash } from 'node:crypto';

import { asNumber, asObject, asText } from '../graphApi/coerce';
import { isJsonObject, parseJson } from '../graphApi/json';
import type { JsonObject } from '../graphApi/types';
import type { Worker } from '../memory/processLife';
import { userKey } from './userKey';

/** What the memory keeps under a Send Once Key. It holds no customer data but the response. */
export type SendOnceRecord = Attempt & (Claimed | Unknown | Sent | GivenBack);

interface Attempt {
	/** See `recipientDigest`. Empty in a damaged record. */
	recipient: string;
	/** Unix time in milliseconds. */
	at: number;
	/** ID of the execution. */
	execution?: string;
	/** Unix time in milliseconds until which the record is kept. */
	until: number;
}

/** The message is being sent. If the worker has ended, it may have been sent. */
interface Claimed {
	state: 'claimed';
	worker: Worker;
}

/** The message may have been sent. */
interface Unknown {
	state: 'unknown';
}

/** The message was certainly not sent. */
interface GivenBack {
	state: 'givenBack';
}

/** WhatsApp accepted the message. */
interface Sent {
	state: 'sent';
	response: JsonObject;
}

/** The last characters of a Send Once Key: those in which the keys of a run, such as numbers of orders, differ. */
const ownCharacters = 2;

/**
 * The key of a record in the memory. Those of Send Once Keys that differ only in their last characters lie beside each
 * other, so that the memory file writes one page for many.
 * @param host of the connection: a phone number ID belongs to its host.
 */
export function recordKeyOf(host: string, phoneNumberId: string, sendOnceKey: string): string {
	const group = digest([host, phoneNumberId, sendOnceKey.slice(0, -ownCharacters)]);
	return `sendOnce:${group.slice(0, 6)}${digest([host, phoneNumberId, sendOnceKey])}`;
}

/** Tells one recipient of a record from another, without naming either. A phone number may be written in several ways. */
export function recipientDigest(recordKey: string, recipient: string): string {
	// A user ID or group ID has letters.
	const known = /[A-Za-z]/.test(recipient) ? recipient : userKey(recipient);
	return digest([recordKey, known]);
}

function digest(parts: string[]): string {
	return hash('sha256', JSON.stringify(parts), 'base64url');
}

export function writeRecord(record: SendOnceRecord): string {
	return JSON.stringify(record);
}

/** Reads a record. A damaged one says that its message may have been sent. */
export function readRecord(text: string): SendOnceRecord {
	const parsed = asObject<JsonObject>(parseJson(text));
	const attempt = {
		recipient: asText(parsed.recipient) ?? '',
		at: asNumber(parsed.at) ?? 0,
		execution: asText(parsed.execution) ?? undefined,
		until: asNumber(parsed.until) ?? 0,
	};
	const { state, response, worker } = parsed;
	if (state === 'sent' && isJsonObject(response)) return { ...attempt, state, response };
	if (state === 'claimed' && isJsonObject(worker)) {
		const { process, work } = worker;
		const known = { process: asText(process) ?? '', work: asNumber(work) ?? 0 };
		return { ...attempt, state, worker: known };
	}
	return { ...attempt, state: state === 'givenBack' ? state : 'unknown' };
}

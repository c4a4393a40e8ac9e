import type { INode } from 'n8n-workflow';

import { firstText } from '../graphApi/coerce';
import { isJsonObject } from '../graphApi/json';
import { isFollowUpEvent } from './conversation/followUpEvents';
import { isUserId } from './userId';
import { userKey } from './userKey';

/** The name of the trigger's type, without the package in front. */
const triggerName = 'whatsAppBusinessTrigger';

/**
 * Whether a node is the trigger of the same package.
 * @param own a node of this package. n8n names all its nodes with the same prefix.
 */
export function isTrigger({ type }: Pick<INode, 'type'>, own: Pick<INode, 'type'>): boolean {
	return type === own.type.slice(0, own.type.lastIndexOf('.') + 1) + triggerName;
}

/** The business number that an event of the trigger is about. */
export interface EventNumber {
	phoneNumberId: string;
	wabaId: string | null;
}

/**
 * The number of an item that has the form of the trigger's items. A key `phoneNumberId` alone does not count, because
 * any service may use that name.
 */
export function eventNumberOf(json: unknown): EventNumber | undefined {
	if (!isJsonObject(json)) return undefined;
	const { event, phoneNumberId, wabaId, raw } = json;
	// The state of a conversation does not come from Meta.
	const isOfTrigger = isJsonObject(raw) || isFollowUpEvent(event);
	if (typeof event !== 'string' || !isOfTrigger) return undefined;
	if (typeof phoneNumberId !== 'string' || !/^\d{1,30}$/.test(phoneNumberId)) return undefined;
	return { phoneNumberId, wabaId: typeof wabaId === 'string' ? wabaId : null };
}

/**
 * The customer of an item that has the form of the trigger's: the phone number with `+`, otherwise the business-scoped
 * user ID. Undefined for an event that is about no customer.
 */
export function eventCustomerOf(json: unknown): string | undefined {
	if (!isJsonObject(json) || eventNumberOf(json) === undefined) return undefined;
	const number = firstText(json.from, json.recipient);
	if (number !== null && /^\d{1,20}$/.test(number)) return `+${number}`;
	const userId = firstText(json.userId);
	return userId !== null && isUserId(userId) ? userId : undefined;
}

/** A message that a customer sent to a business number. */
export interface ReceivedMessage {
	/** wamid. */
	id: string;
	phoneNumberId: string;
	/** See `userKey`: of the phone number and of the business-scoped user ID, as far as Meta says them. */
	senders: string[];
}

/** The message of an item that has the form of the trigger's. Undefined for another event, and for one in a group. */
export function receivedMessageOf(json: unknown): ReceivedMessage | undefined {
	const number = eventNumberOf(json);
	if (!isJsonObject(json) || number === undefined) return undefined;
	const { event, id, group } = json;
	if (event !== 'message' || typeof id !== 'string' || isJsonObject(group)) return undefined;
	const senders = [json.from, json.userId].filter((user) => typeof user === 'string').map(userKey);
	return { id, phoneNumberId: number.phoneNumberId, senders };
}

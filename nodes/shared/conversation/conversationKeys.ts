import { userKey } from '../userKey';

/** What is kept of a conversation, each under a key of its own, so that two processes need not wait for each other. */
export const conversationParts = ['in', 'out', 'paused', 'optedOut'] as const;

export type ConversationPart = (typeof conversationParts)[number];

/** Keys of all conversations begin with it. */
export const conversationsPrefix = 'conversation:';

/** Keys of all conversations of a number begin with it. */
export function conversationPrefix(phoneNumberId: string): string {
	return `${conversationsPrefix}${phoneNumberId}:`;
}

/** @param customer the `userKey` of the customer. */
export function conversationKey(
	phoneNumberId: string,
	customer: string,
	part: ConversationPart,
): string {
	return `${conversationPrefix(phoneNumberId)}${customer}:${part}`;
}

/** The customer and the part of a key that begins with the prefix. Undefined for any other key. */
export function readConversationKey(
	key: string,
	prefix: string,
): { customer: string; part: ConversationPart } | undefined {
	const [customer = '', name] = key.slice(prefix.length).split(':');
	const part = conversationParts.find((known) => known === name);
	return customer === '' || part === undefined ? undefined : { customer, part };
}

/** Keys of all customers by user ID begin with it. */
export const customersPrefix = 'customer:';

/** Where a customer who has a number is found by the business-scoped user ID. */
export function customerOfUserIdKey(userId: string): string {
	return customersPrefix + userKey(userId);
}

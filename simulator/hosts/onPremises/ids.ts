import { createHash } from 'node:crypto';
import type { State } from '../../state';

/** The ID that the server has for a message: those of customers and of the business begin differently. */
export function messageIdOf(wamid: string, fromCustomer: boolean): string {
	const hash = createHash('sha256').update(wamid).digest('base64url');
	return `${fromCustomer ? 'ABGG' : 'gBEG'}${hash.slice(0, 23)}`;
}

/** Meta's ID for the server's, or undefined if there is no such message. */
export function wamidOf({ messages }: State, id: string): string | undefined {
	for (const [wamid, message] of messages) {
		if (messageIdOf(wamid, 'message' in message) === id) return wamid;
	}
	return undefined;
}

/** The server's ID for Meta's. */
export function idOf({ messages }: State, wamid: string): string {
	const message = messages.get(wamid);
	return messageIdOf(wamid, message !== undefined && 'message' in message);
}

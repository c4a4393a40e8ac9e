import { wait } from '../../graphApi/wait';
import type { Conversations } from '../../shared/conversation/conversations';
import type { OwnMessages } from '../../shared/conversation/ownMessages';
import type { EventItem } from '../../shared/items/toItem';
import { conversationOf } from './noteConversations';

/** Milliseconds to wait for the response to a message of our own, which its echo may overtake. */
const patience = 2_000;
const pollInterval = 250;

/** What the pause says, by the event that caused it. */
const reasons: ReadonlyMap<string, string> = new Map([
	['smb_message_echoes', 'A person replied in the WhatsApp Business app'],
	['message_echoes', 'A person replied with another app'],
]);

/** An echo of these types is no message. */
const changes = new Set(['edit', 'revoke']);

/**
 * Pauses the conversations in which somebody else wrote for the business.
 * @param length milliseconds from that message on.
 */
export async function notePauses(
	items: readonly EventItem[],
	conversations: Conversations,
	ownMessages: OwnMessages,
	length: number,
): Promise<void> {
	const echoes = items.filter(
		({ event, type, from }) => reasons.has(event) && from === null && !changes.has(type ?? ''),
	);
	if (echoes.some(({ event }) => event === 'message_echoes')) await ownMessages.watch();
	const waitUntil = performance.now() + patience;
	const pauses = echoes.map(async (item) => {
		const customer = conversationOf(item);
		const at = Date.parse(item.timestamp ?? '');
		const reason = reasons.get(item.event);
		if (customer === undefined || reason === undefined || Number.isNaN(at)) return;
		if (item.event === 'message_echoes' && (await isOwn(item, ownMessages, waitUntil))) return;
		await conversations.pauseAtLeast(customer, new Date(at + length), reason);
	});
	await Promise.all(pauses);
}

async function isOwn(
	{ id }: EventItem,
	ownMessages: OwnMessages,
	waitUntil: number,
): Promise<boolean> {
	if (id === null) return false;
	for (;;) {
		if (await ownMessages.has(id)) return true;
		if (performance.now() > waitUntil) return false;
		await wait(pollInterval);
	}
}

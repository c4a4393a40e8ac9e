import type { JsonObject } from '../../graphApi/types';
import { noneSent, partlySent } from './partlySent';
import type { SendableItem } from './runOperation';

/** A message that was sent, now or earlier. */
export interface SentItem {
	/** What was sent: the message of the item, or its substitute. */
	item: SendableItem;
	body: JsonObject;
	/** With a Send Once Key: whether an earlier run sent it. */
	alreadySent?: boolean;
}

/**
 * Sends the messages of an item one after the other, each when the one before was accepted.
 * @param send sends one message.
 * @param earlier the responses to those that an earlier try of the run has sent.
 * @throws PartlySentError if a message fails after another was sent, otherwise whatever `send` throws.
 */
export async function sendMessages(
	whole: SendableItem,
	earlier: readonly JsonObject[],
	send: (item: SendableItem) => Promise<SentItem>,
): Promise<[SentItem, ...SentItem[]]> {
	const [before] = earlier;
	const first = before ? { item: whole, body: before } : await sendFirst(whole, send);
	const sent: [SentItem, ...SentItem[]] = [first];
	const { following = [] } = first.item.request;
	for (const [index, { request, pause }] of following.entries()) {
		const keyedMessage = whole.keyedFollowing?.[index];
		const item = { ...whole, request, keyedMessage, substitute: undefined, pause };
		const body = earlier[index + 1];
		try {
			sent.push(body ? { item, body } : await send(item));
		} catch (error) {
			const responses = sent.map((message) => message.body);
			throw partlySent(error, responses, following.length + 1, keyedMessage !== undefined);
		}
	}
	return sent;
}

async function sendFirst(
	whole: SendableItem,
	send: (item: SendableItem) => Promise<SentItem>,
): Promise<SentItem> {
	try {
		return await send(whole);
	} catch (error) {
		throw noneSent(error, 1 + (whole.request.following?.length ?? 0));
	}
}

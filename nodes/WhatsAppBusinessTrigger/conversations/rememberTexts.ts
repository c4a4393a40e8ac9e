import type { IWebhookFunctions } from 'n8n-workflow';

import { asText, getPath } from '../../graphApi/coerce';
import { RememberedTexts } from '../../shared/conversation/rememberedTexts';
import type { SentBy } from '../../shared/conversation/rememberedTexts';
import type { Store } from '../../memory/store';
import type { EventItem } from '../../shared/items/toItem';
import { askForTexts } from './askForTexts';
import { conversationOf } from './noteConversations';

/** Who wrote the messages of an event. An echo may also be of a message of the customer. */
const writers: ReadonlyMap<string, SentBy> = new Map([
	['message', 'customer'],
	['smb_message_echoes', 'businessApp'],
	['message_echoes', 'otherApp'],
]);

/** Nobody can quote these. */
const unquotable = new Set(['reaction', 'system']);

/**
 * Remembers what the messages of a delivery say, whether they start the workflow or not, and lets the nodes remember what
 * they send.
 */
export async function noteTexts(
	items: readonly EventItem[],
	context: IWebhookFunctions,
	store: Store,
): Promise<void> {
	await Promise.all([askForTexts(context, store, items), rememberTexts(items, store)]);
}

async function rememberTexts(items: readonly EventItem[], store: Store): Promise<void> {
	const texts = new RememberedTexts(store);
	const notes = items.map(async (item) => {
		const { id, type, text, from, context, raw } = item;
		const customer = conversationOf(item);
		const writer = writers.get(item.event);
		if (customer === undefined || writer === undefined || unquotable.has(type ?? '')) return;
		const sentBy = from === null ? writer : 'customer';
		if (type === 'edit' || type === 'revoke') {
			if (!context?.id) return;
			const isDeleted = type === 'revoke';
			const now = isDeleted ? type : asText(getPath(raw, 'edit.message.type'));
			await texts.replace(customer, context.id, {
				type: now,
				text: isDeleted ? null : text,
				sentBy,
			});
		} else if (id !== null) {
			await texts.note(customer, id, { type, text, sentBy });
		}
	});
	await Promise.all(notes);
}

/** Adds to each item what is remembered of the message that it refers to. */
export async function withQuotedTexts(
	items: readonly EventItem[],
	store: Store,
): Promise<EventItem[]> {
	const texts = new RememberedTexts(store);
	return await Promise.all(
		items.map(async (item) => {
			const customer = conversationOf(item);
			const { context, type } = item;
			// What a message said before it was edited or deleted is not known any more.
			const isChange = type === 'edit' || type === 'revoke';
			if (customer === undefined || !context?.id || isChange) return item;
			const quoted = await texts.find(customer, context.id);
			return quoted === undefined ? item : { ...item, context: { ...context, ...quoted } };
		}),
	);
}

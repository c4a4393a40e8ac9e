import { templateText } from './content/templateText.js';
import { toWords } from './format.js';
import type { ChatMessage, Store } from './store.js';

/** A message in one line, for lists, quotes and screen readers. */
export function preview(store: Store, { content }: ChatMessage): string {
	const { type = 'message', text, interactive, template } = content;
	if (text?.body) return plain(text.body);
	if (template) return plain(templateText(store, template));
	if (content.button) return content.button.text ?? 'Button';
	if (content.location)
		return `Location: ${content.location.name ?? content.location.address ?? 'shared'}`;
	if (content.contacts) {
		return `Contact: ${content.contacts.map(({ name }) => name?.formatted_name ?? '').join(', ')}`;
	}
	if (content.reaction) return `Reaction ${content.reaction.emoji ?? ''}`;
	if (content.order) return `Order of ${content.order.product_items?.length ?? 0} products`;
	if (content.pin) return content.pin.type === 'unpin' ? 'Unpinned a message' : 'Pinned a message';
	if (interactive) {
		const chosen = interactive.button_reply ?? interactive.list_reply;
		if (chosen?.title) return chosen.title;
		if (interactive.nfm_reply) {
			return interactive.nfm_reply.name === 'address_message' ? 'Address' : 'Completed form';
		}
		return plain(interactive.body?.text ?? toWords(interactive.type ?? type));
	}
	const media =
		content.image ?? content.video ?? content.audio ?? content.document ?? content.sticker;
	if (media) return [mediaName(type), media.caption ?? media.filename].filter(Boolean).join(': ');
	return toWords(type);
}

function mediaName(type: string): string {
	return type === 'image' ? 'Photo' : toWords(type);
}

function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/(?<=^|\s)[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?=\s|$)/g, '');
}

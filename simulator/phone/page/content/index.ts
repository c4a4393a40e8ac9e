import { el, icon } from '../dom.js';
import { toWords } from '../format.js';
import { formatted } from '../formatting.js';
import type { ChatMessage } from '../store.js';
import { drawContacts } from './contacts.js';
import type { Drawing, Drawn } from './drawing.js';
import { drawInteractive } from './interactive.js';
import { drawLocation } from './location.js';
import { drawMedia, type MediaKind } from './media.js';
import { drawOrder } from './products.js';
import { drawTemplate } from './template.js';

/** Draws the content of a message. If that fails, shows its type. */
export function drawContent(drawing: Drawing): Drawn {
	try {
		return draw(drawing) ?? unknown(drawing.message);
	} catch (error) {
		console.warn('This message could not be drawn:', error);
		return unknown(drawing.message);
	}
}

const mediaKinds = [
	'image',
	'video',
	'audio',
	'document',
	'sticker',
] as const satisfies MediaKind[];

function draw(drawing: Drawing): Drawn | undefined {
	const { content } = drawing.message;
	if (content.text) return { inside: [formatted(content.text.body ?? '')] };
	for (const kind of mediaKinds) {
		const media = content[kind];
		if (media) {
			return {
				inside: [drawMedia(kind, media), media.caption ? formatted(media.caption) : null],
				bare: kind === 'sticker',
			};
		}
	}
	if (content.location) return { inside: [drawLocation(content.location)] };
	if (content.contacts) return { inside: drawContacts(content.contacts) };
	if (content.button) return { inside: [formatted(content.button.text ?? '')] };
	if (content.order) return { inside: drawOrder(content.order) };
	if (content.template) return drawTemplate(drawing, content.template);
	if (content.interactive) return drawInteractive(drawing, content.interactive);
	if (content.reaction) {
		return {
			inside: [el('p', {}, `Reaction ${content.reaction.emoji ?? ''} to an unknown message`)],
		};
	}
	if (content.pin) {
		const isOver = content.pin.type === 'unpin';
		return { inside: [el('p', {}, isOver ? 'Unpinned a message' : 'Pinned a message')] };
	}
	return undefined;
}

function unknown({ content }: ChatMessage): Drawn {
	const name = toWords(content.type ?? 'unknown');
	return {
		inside: [
			el('p', { class: 'muted' }, icon('info'), ` ${name} message: the phone cannot show it.`),
		],
	};
}

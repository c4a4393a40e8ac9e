import { el, type Child } from '../dom.js';
import { formatted } from '../formatting.js';
import type { HeaderContent } from '../wire.js';
import { drawMedia, type MediaKind } from './media.js';

const mediaKinds = ['image', 'video', 'document', 'gif'] as const satisfies MediaKind[];

/** Header of an interactive message or a card: text or media. */
export function drawHeader(header: HeaderContent | undefined): Child[] {
	if (!header) return [];
	for (const kind of mediaKinds) {
		const media = header[kind];
		if (media) return [drawMedia(kind, media)];
	}
	return [
		header.text ? el('b', { class: 'header-text', dir: 'auto' }, header.text) : null,
		header.sub_text ? el('small', {}, header.sub_text) : null,
	];
}

export function drawBody(text: string | undefined): Child {
	return text ? formatted(text) : null;
}

export function drawFooter(text: string | undefined): Child {
	return text ? el('p', { class: 'footer-text', dir: 'auto' }, text) : null;
}

/** Cards side by side, scrollable with the keyboard too. */
export function drawCards(cards: HTMLElement[]): HTMLElement {
	return el(
		'div',
		{ class: 'cards', role: 'group', 'aria-label': `${cards.length} cards`, tabindex: 0 },
		...cards,
	);
}

/** One card with its buttons. */
export function drawCard(inside: Child[], buttons: HTMLElement[]): HTMLElement {
	return el(
		'div',
		{ class: 'card' },
		el('div', { class: 'card-inside' }, ...inside),
		el('div', { class: 'bubble-buttons' }, ...buttons),
	);
}

import type { Drawing } from './content/drawing.js';
import { drawContent } from './content/index.js';
import { el, fill, icon, iconButton, type Child } from './dom.js';
import { timeOfDay } from './format.js';
import { preview } from './preview.js';
import { failureOf, statusOf, type ChatMessage } from './store.js';

/** Actions on a message. */
export interface BubbleCallbacks {
	reply: (message: ChatMessage) => void;
	react: (message: ChatMessage) => void;
	/** Scrolls to the quoted message. */
	goTo: (messageId: string) => void;
}

export interface BubbleDrawing extends Drawing {
	/** Whether the user wrote it. Shown on the right. */
	isOwn: boolean;
	author: string;
	showAuthor: boolean;
	callbacks: BubbleCallbacks;
}

/** Draws a message. `updateBubble` draws the parts that change later (ticks, reactions). */
export function drawBubble(drawing: BubbleDrawing): HTMLElement {
	const { message, isOwn, author, showAuthor, callbacks } = drawing;
	const { inside, buttons = [], cards, bare } = drawContent(drawing);
	const bubble = el(
		'article',
		{ class: bare ? 'bubble bare' : 'bubble', tabindex: -1, 'aria-label': labelOf(drawing) },
		showAuthor ? el('b', { class: 'author' }, author) : null,
		drawOrigin(message),
		message.content.context?.forwarded ? el('small', { class: 'forwarded' }, 'Forwarded') : null,
		drawQuote(drawing),
		el('div', { class: 'inside' }, ...inside, el('span', { class: 'meta' })),
		buttons.length > 0 ? el('div', { class: 'bubble-buttons' }, ...buttons) : null,
	);
	const item = el(
		'li',
		{ class: ['message', isOwn && 'own', message.sentWith].filter(Boolean).join(' ') },
		el(
			'div',
			{ class: 'line' },
			bubble,
			el(
				'div',
				{ class: 'tools' },
				iconButton('smile', 'React', () => callbacks.react(message)),
				iconButton('reply', 'Reply', () => callbacks.reply(message)),
			),
		),
		cards,
		el('div', { class: 'reactions' }),
		el('p', { class: 'failure' }),
	);
	bubble.addEventListener('keydown', (event) => {
		if (event.target !== bubble || event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === 'r') callbacks.reply(message);
		else if (event.key === 'e') callbacks.react(message);
		else return;
		event.preventDefault();
	});
	updateBubble(item, drawing);
	return item;
}

/** Draws ticks, reactions and the failure, if they changed. */
export function updateBubble(item: HTMLElement, { message, store }: BubbleDrawing): void {
	const { readAt, webhook, reactions } = message;
	const emojis = [...reactions].filter(([, { emoji }]) => emoji !== '');
	const mark = JSON.stringify([statusOf(message), readAt, webhook, emojis]);
	if (item.dataset.mark === mark) return;
	item.dataset.mark = mark;
	const failure = failureText(message);
	item.classList.toggle('failed', failure !== undefined);
	const [meta, chips, reason] = ['.meta', '.reactions', '.failure'].map((selector) =>
		item.querySelector(selector),
	);
	const tick = tickOf(message);
	if (meta) {
		fill(
			meta,
			el('time', {}, timeOfDay(message.at)),
			el(
				'span',
				{ class: `ticks ${tick.kind}`, title: tick.text },
				icon(tick.icon),
				el('span', { class: 'hidden' }, tick.text),
			),
		);
	}
	if (chips) {
		const nameOf = (who: string) =>
			who === '' ? store.businessName(message.phoneNumberId) : store.personName(who);
		fill(
			chips,
			...emojis.map(([who, { emoji }]) =>
				el(
					'span',
					{ class: 'reaction', title: nameOf(who) },
					emoji,
					el('span', { class: 'hidden' }, ` from ${nameOf(who)}`),
				),
			),
		);
	}
	if (reason) fill(reason, failure ? icon('warning') : null, failure);
}

interface Tick {
	icon: string;
	kind: string;
	text: string;
}

const statusTicks: Record<string, Tick> = {
	accepted: { icon: 'clock', kind: 'waiting', text: 'Accepted' },
	sent: { icon: 'tick', kind: 'sent', text: 'Sent' },
	delivered: { icon: 'ticks', kind: 'delivered', text: 'Delivered' },
	read: { icon: 'ticks', kind: 'read', text: 'Read' },
	failed: { icon: 'warning', kind: 'failed', text: 'Failed' },
};

/** Messages through the API show their status, all others the webhook that reports them. */
function tickOf(message: ChatMessage): Tick {
	const { readAt, webhook } = message;
	const name = isThroughApi(message)
		? (failureOf(message)?.status ?? statusOf(message)?.status ?? 'accepted')
		: readAt !== undefined
			? 'read'
			: webhook?.state === 'delivered'
				? 'delivered'
				: webhook?.state === 'pending'
					? 'accepted'
					: 'failed';
	return statusTicks[name] ?? { icon: 'clock', kind: 'waiting', text: name };
}

function failureText(message: ChatMessage): string | undefined {
	const [error] = failureOf(message)?.errors ?? [];
	if (error) {
		const details = error.error_data?.details ?? error.message ?? error.title;
		return `Not delivered (${error.code}): ${details}`;
	}
	if (failureOf(message)) return 'Not delivered';
	const { fromBusiness, webhook } = message;
	if (isThroughApi(message) || !webhook) return undefined;
	if (webhook.state === 'undeliverable') {
		const reason = `No webhook was sent: ${webhook.reason ?? 'no app is subscribed'}.`;
		// Few workflows listen for replies from the app.
		return fromBusiness ? reason : `${reason} Is there a published workflow with the trigger?`;
	}
	return webhook.state === 'dropped' ? 'The webhook was rejected' : undefined;
}

function isThroughApi({ fromBusiness, sentWith }: ChatMessage): boolean {
	return fromBusiness && sentWith !== 'businessApp';
}

const senders = { businessApp: 'WhatsApp Business app', otherApp: 'Another app' };

function labelOf({ author, message: { sentWith } }: BubbleDrawing): string {
	return sentWith ? `${author}, ${senders[sentWith]}` : author;
}

/** What a message came from, if not from this chat. */
function drawOrigin({ sentWith, content }: ChatMessage): Child {
	if (sentWith) {
		return el(
			'small',
			{ class: 'origin' },
			icon(sentWith === 'businessApp' ? 'phone' : 'puzzle'),
			senders[sentWith],
		);
	}
	const { referral } = content;
	if (!referral) return null;
	const source = referral.source_type === 'ad' ? 'From an ad' : 'From a post';
	return el(
		'small',
		{ class: 'origin' },
		icon('open'),
		[source, referral.headline].filter(Boolean).join(': '),
	);
}

function drawQuote({ message, store, callbacks }: BubbleDrawing): Child {
	const { context } = message.content;
	const quotedId = context?.message_id ?? context?.id;
	if (!quotedId) return null;
	const quoted = store.messages.get(quotedId);
	const who = quoted
		? quoted.fromBusiness
			? store.businessName(quoted.phoneNumberId)
			: store.personName(quoted.customer ?? '')
		: '';
	return el(
		'button',
		{ type: 'button', class: 'quote', onclick: () => callbacks.goTo(quotedId) },
		who ? el('b', {}, who) : null,
		el('span', { dir: 'auto' }, quoted ? preview(store, quoted) : 'Message not available'),
	);
}

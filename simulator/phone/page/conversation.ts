import { Actions } from './actions.js';
import { control } from './api.js';
import { avatar } from './avatar.js';
import { drawBubble, updateBubble, type BubbleDrawing } from './bubble.js';
import { Composer } from './composer.js';
import { announce, el, fill, icon, iconButton, KeyedList } from './dom.js';
import { dayOf, timeOfDay, until } from './format.js';
import { BusinessAppReply } from './businessAppReply.js';
import { openMarketingSheet, openWindowSheet } from './chatSheets.js';
import { openReactions } from './reactions.js';
import { statusOf, type Chat, type ChatMessage, type Store } from './store.js';
import { attempt } from './toast.js';

/** Number of messages drawn first, and added by each click on "Show earlier messages". */
const pageSize = 80;

type Row = { day: number } | { message: ChatMessage } | { typing: true };

/** The open chat: header, messages and composer. */
export class Conversation {
	private readonly header = el('header', { class: 'bar' });
	private readonly list = el('ol', { class: 'messages', 'aria-label': 'Messages' });
	private readonly earlier = el(
		'button',
		{ type: 'button', class: 'earlier', onclick: () => this.showEarlier() },
		'Show earlier messages',
	);
	private readonly empty = el('p', { class: 'empty', hidden: true });
	private readonly scroller = el('div', { class: 'scroller' }, this.earlier, this.empty, this.list);
	private readonly jump = el(
		'button',
		{ type: 'button', class: 'jump', hidden: true, 'aria-label': 'Go to the newest message' },
		icon('down'),
	);
	private readonly note = el('p', { class: 'window-note' });
	private readonly composer: Composer;
	private readonly businessApp = new BusinessAppReply();
	private readonly rows: KeyedList<Row>;
	private chat?: Chat;
	private actions?: Actions;
	private shown = pageSize;
	private headerMark = '';
	/** Whether to keep the newest message in view. */
	private isStuck = true;

	constructor(
		private readonly store: Store,
		element: HTMLElement,
		private readonly callbacks: { back: () => void; togglePanel: () => void },
	) {
		this.composer = new Composer(store, () => this.update());
		this.rows = new KeyedList<Row>(this.list, {
			key: rowKey,
			mark: (row) => ('message' in row ? this.composer.author : ''),
			draw: (row) => this.draw(row),
		});
		fill(
			element,
			this.header,
			el('div', { class: 'scroll-area' }, this.scroller, this.jump),
			this.note,
			this.composer.element,
			this.businessApp.element,
		);
		this.jump.addEventListener('click', () => this.toBottom());
		this.scroller.addEventListener('scroll', () => {
			this.isStuck = this.isAtBottom();
			this.jump.hidden = this.isStuck;
		});
		// Keep the newest message in view when images load or the window shrinks.
		const observer = new ResizeObserver(() => {
			if (this.isStuck) this.toBottom();
		});
		observer.observe(this.list);
		observer.observe(this.scroller);
		this.list.addEventListener('keydown', (event) => this.moveFocus(event));
		this.list.addEventListener('focusin', ({ target }) => {
			const bubble = (target as HTMLElement).closest('article');
			if (bubble) this.makeTabStop(bubble);
		});
	}

	get openChat(): Chat | undefined {
		return this.chat;
	}

	open(chat: Chat): void {
		if (this.chat === chat) return;
		this.chat = chat;
		this.shown = pageSize;
		this.isStuck = true;
		this.headerMark = '';
		this.rows.show([]);
		const target = {
			phoneNumberId: chat.phoneNumberId,
			...(chat.isGroup && { groupId: chat.id }),
		};
		this.actions = new Actions(this.store, target, () => this.composer.author);
		this.composer.open(chat, this.actions);
		this.businessApp.open(chat, this.actions);
		this.update();
		this.toBottom();
	}

	/** Redraws what changed in the open chat. */
	update(): void {
		const { chat } = this;
		if (!chat) return;
		this.showHeader(chat);
		this.composer.update();
		const messages = chat.messages.slice(-this.shown);
		const rows: Row[] = messages.flatMap((message, index) => {
			const before = messages[index - 1];
			const isNewDay = !before || dayOf(before.at) !== dayOf(message.at);
			return isNewDay ? [{ day: message.at }, { message }] : [{ message }];
		});
		if (this.store.isTyping(chat)) rows.push({ typing: true });
		this.rows.show(rows);
		for (const message of messages) {
			const node = this.rows.nodeOf(message.id);
			if (node) updateBubble(node, this.drawing(message));
		}
		this.earlier.hidden = chat.messages.length <= this.shown;
		this.empty.hidden = rows.length > 0;
		if (rows.length === 0) this.empty.textContent = this.invitation(chat);
		if (this.isStuck) this.toBottom();
		if (!this.list.querySelector('article[tabindex="0"]')) {
			const last = [...this.list.querySelectorAll('article')].at(-1);
			if (last) this.makeTabStop(last);
		}
		if (document.visibilityState === 'visible') this.see(chat);
	}

	private invitation(chat: Chat): string {
		const name = this.store.nameOf(chat);
		return `No messages yet. Write ${chat.isGroup ? 'to' : 'as'} ${name}, and the replies of your workflow appear here.`;
	}

	/** Marks everything as seen. Reports messages as read if the simulator does not do so itself. */
	private see(chat: Chat): void {
		this.store.markSeen(chat);
		if (this.store.sections.settings.statusDelaysMs?.read !== null) return;
		for (const message of chat.messages.slice(-pageSize)) {
			if (!message.fromBusiness || statusOf(message)?.status !== 'delivered') continue;
			// Set here at once, so that it is reported only once.
			message.statuses = [...message.statuses, { status: 'read', at: Date.now() }];
			const id = encodeURIComponent(message.id);
			void attempt(() => control('POST', `messages/${id}/status`, { status: 'read' }));
		}
	}

	private showHeader(chat: Chat): void {
		const { store } = this;
		const name = store.nameOf(chat);
		const closesAt = store.windowUntil(chat);
		const hasStopped = store.hasStoppedMarketing(chat);
		const repliedAt = store.personRepliedAt(chat);
		const { enforceCustomerServiceWindow: isEnforced } = store.sections.settings;
		const isTyping = store.isTyping(chat);
		const mark = [
			...[name, closesAt && until(closesAt), hasStopped, isEnforced, isTyping],
			repliedAt,
		].join();
		if (mark === this.headerMark) return;
		this.headerMark = mark;
		const business = store.businessName(chat.phoneNumberId);
		fill(
			this.header,
			el(
				'span',
				{ class: 'only-narrow' },
				iconButton('back', 'Back to the chats', () => this.callbacks.back()),
			),
			avatar(name, chat.isGroup),
			el(
				'div',
				{ class: 'title' },
				el('h2', { dir: 'auto' }, name),
				el('p', {}, isTyping ? `${business} is typing …` : this.subtitle(chat)),
			),
			chat.isGroup ? null : this.marketingChip(hasStopped),
			chat.isGroup ? null : this.windowChip(closesAt),
			iconButton('panel', 'Simulator controls', () => this.callbacks.togglePanel()),
		);
		const isClosed = !chat.isGroup && !closesAt && isEnforced;
		const notes = [
			isClosed && `Window closed: only templates reach ${name} until they write again.`,
			hasStopped && `${name} has stopped marketing messages: marketing templates fail.`,
			repliedAt !== undefined &&
				`A person replied at ${timeOfDay(repliedAt)}: a workflow with 'Pause While a Person Replies' pauses this chat.`,
		].filter(Boolean);
		this.note.hidden = notes.length === 0;
		this.note.textContent = notes.join(' ');
	}

	private subtitle({ id, isGroup, phoneNumberId }: Chat): string {
		const { store } = this;
		if (isGroup) {
			const group = store.sections.groups.find((candidate) => candidate.id === id);
			const names = (group?.participants ?? []).map((userId) => store.personName(userId));
			return [store.businessName(phoneNumberId), ...names].join(', ');
		}
		const { waId, username } = store.customers.get(id) ?? {};
		const number = waId ? `+${waId}` : 'phone number hidden';
		return [number, username && `@${username}`].filter(Boolean).join(' · ');
	}

	private windowChip(closesAt: number | undefined): HTMLElement {
		return chip(
			'clock',
			closesAt ? `Open until ${until(closesAt)}` : 'Window closed',
			closesAt ? 'chip open' : 'chip closed',
			() => {
				if (this.chat) openWindowSheet(this.store, this.chat);
			},
		);
	}

	private marketingChip(hasStopped: boolean): HTMLElement {
		return chip(
			hasStopped ? 'mute' : 'bell',
			hasStopped ? 'Marketing stopped' : 'Marketing',
			hasStopped ? 'chip brief closed' : 'chip brief',
			() => {
				if (this.chat && this.actions) openMarketingSheet(this.store, this.chat, this.actions);
			},
		);
	}

	private draw(row: Row): HTMLElement {
		if ('day' in row) return el('li', { class: 'day' }, el('span', {}, dayOf(row.day)));
		if ('typing' in row) {
			return el(
				'li',
				{ class: 'message typing' },
				el(
					'div',
					{ class: 'bubble', role: 'img', 'aria-label': 'Typing' },
					el('i'),
					el('i'),
					el('i'),
				),
			);
		}
		return drawBubble(this.drawing(row.message));
	}

	private drawing(message: ChatMessage): BubbleDrawing {
		const { store, actions, chat } = this;
		if (!actions || !chat) throw new Error('No chat is open');
		const { fromBusiness, phoneNumberId, customer = '' } = message;
		const author = store.userIdOf(customer);
		const isOwn = !fromBusiness && author === store.userIdOf(this.composer.author);
		return {
			store,
			message,
			actions,
			isOwn,
			author: fromBusiness
				? store.businessName(phoneNumberId)
				: isOwn
					? 'You'
					: store.personName(author),
			showAuthor: chat.isGroup && !isOwn,
			callbacks: {
				reply: () => this.composer.replyTo(message),
				react: () => openReactions(actions, message, this.composer.author),
				goTo: (id) => this.goTo(id),
			},
		};
	}

	private goTo(messageId: string): void {
		const index = this.chat?.messages.findIndex(({ id }) => id === messageId) ?? -1;
		if (!this.chat || index < 0) return;
		this.isStuck = false;
		this.shown = Math.max(this.shown, this.chat.messages.length - index + 5);
		this.update();
		const bubble = this.rows.nodeOf(messageId)?.querySelector('article');
		bubble?.focus({ preventScroll: true });
		bubble?.scrollIntoView({ block: 'center' });
	}

	private showEarlier(): void {
		const { scrollHeight, scrollTop } = this.scroller;
		this.isStuck = false;
		this.shown += pageSize;
		this.update();
		this.scroller.scrollTop = this.scroller.scrollHeight - scrollHeight + scrollTop;
		announce('Showing earlier messages');
	}

	private isAtBottom(): boolean {
		const { scrollHeight, scrollTop, clientHeight } = this.scroller;
		return scrollHeight - scrollTop - clientHeight < 80;
	}

	private toBottom(): void {
		this.scroller.scrollTop = this.scroller.scrollHeight;
		this.isStuck = true;
		this.jump.hidden = true;
	}

	/** Tab reaches one message, the arrow keys reach the others. */
	private makeTabStop(bubble: HTMLElement): void {
		for (const other of this.list.querySelectorAll('article[tabindex="0"]')) {
			other.setAttribute('tabindex', '-1');
		}
		bubble.setAttribute('tabindex', '0');
	}

	private moveFocus(event: KeyboardEvent): void {
		if (!(event.target instanceof HTMLElement) || !event.target.matches('article')) return;
		const bubbles = [...this.list.querySelectorAll('article')];
		const index = bubbles.indexOf(event.target);
		const target = {
			ArrowUp: bubbles[index - 1],
			ArrowDown: bubbles[index + 1],
			Home: bubbles[0],
			End: bubbles.at(-1),
		}[event.key];
		if (!target) return;
		target.focus();
		event.preventDefault();
	}
}

function rowKey(row: Row): string {
	if ('day' in row) return `day ${dayOf(row.day)}`;
	return 'typing' in row ? 'typing' : row.message.id;
}

/** A small button in the header. Shows its icon alone if it is brief, or where there is little room. */
function chip(
	iconName: string,
	text: string,
	className: string,
	onclick: () => void,
): HTMLButtonElement {
	return el(
		'button',
		{ type: 'button', class: className, title: text, 'aria-haspopup': 'dialog', onclick },
		icon(iconName),
		el('span', {}, text),
	);
}

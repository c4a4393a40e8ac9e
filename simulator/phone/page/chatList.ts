import { avatar } from './avatar.js';
import { byId, el, icon, KeyedList } from './dom.js';
import { dayOf, timeOfDay, until } from './format.js';
import { preview } from './preview.js';
import { lastAt, type Chat, type Store } from './store.js';

/** Maximum number of rows. The others can be found by searching. */
const maximumRows = 100;

const stoppedText = 'Marketing messages stopped';

/** The list of chats on the left. */
export class ChatList {
	private readonly rest = byId('chat-list-rest');
	private readonly search = byId('search') as HTMLInputElement;
	private readonly rows: KeyedList<Chat>;
	private openKey?: string;

	constructor(
		private readonly store: Store,
		private readonly onopen: (chat: Chat) => void,
		private readonly onsearch: () => void,
	) {
		const list = byId('chat-list');
		this.rows = new KeyedList<Chat>(list, {
			key: ({ key }) => key,
			mark: (chat) => this.mark(chat),
			draw: (chat) => this.draw(chat),
		});
		this.search.addEventListener('input', () => this.onsearch());
		list.addEventListener('keydown', (event) => moveFocus(event, list));
	}

	show(chats: readonly Chat[], open: Chat | undefined): void {
		this.openKey = open?.key;
		const wanted = this.search.value.trim().toLowerCase();
		const found = wanted ? chats.filter((chat) => this.matches(chat, wanted)) : chats;
		this.rows.show(found.slice(0, maximumRows));
		const more = found.length - maximumRows;
		this.rest.textContent =
			more > 0
				? `and ${more.toLocaleString()} more: search for a name or a number`
				: found.length === 0
					? 'No customer found'
					: '';
	}

	private matches(chat: Chat, wanted: string): boolean {
		const { waId = '', username = '' } = this.store.customers.get(chat.id) ?? {};
		return [this.store.nameOf(chat), waId, username, chat.id].some((text) =>
			text.toLowerCase().includes(wanted),
		);
	}

	private mark(chat: Chat): string {
		const { store } = this;
		const last = chat.messages.at(-1);
		return [
			store.nameOf(chat),
			last?.id,
			store.unread(chat),
			this.windowText(chat),
			store.hasStoppedMarketing(chat),
			store.isTyping(chat),
			chat.key === this.openKey,
		].join();
	}

	private windowText(chat: Chat): string {
		const closesAt = this.store.windowUntil(chat);
		return closesAt ? `24-hour window open until ${until(closesAt)}` : '24-hour window closed';
	}

	private draw(chat: Chat): HTMLElement {
		const { store } = this;
		const last = chat.messages.at(-1);
		const name = store.nameOf(chat);
		const unread = store.unread(chat);
		const closesAt = store.windowUntil(chat);
		const isOpen = chat.key === this.openKey;
		const windowText = this.windowText(chat);
		const text = store.isTyping(chat)
			? el('i', { class: 'typing-text' }, 'typing …')
			: el(
					'span',
					{ class: 'preview', dir: 'auto' },
					last ? (last.fromBusiness ? '' : 'You: ') + preview(store, last) : 'No messages yet',
				);
		const button = el(
			'button',
			{
				type: 'button',
				class: 'chat-row',
				'aria-current': isOpen ? 'true' : undefined,
				onclick: () => this.onopen(chat),
			},
			avatar(name, chat.isGroup),
			el(
				'span',
				{ class: 'chat-text' },
				el(
					'span',
					{ class: 'chat-top' },
					el('b', { dir: 'auto' }, name),
					last ? el('time', {}, shortTime(lastAt(chat))) : null,
				),
				el(
					'span',
					{ class: 'chat-bottom' },
					text,
					unread > 0
						? el(
								'span',
								{ class: 'badge' },
								unread > 99 ? '99+' : unread,
								el('span', { class: 'hidden' }, ' unread'),
							)
						: null,
					store.hasStoppedMarketing(chat)
						? el(
								'span',
								{ class: 'stopped', title: stoppedText },
								icon('mute'),
								el('span', { class: 'hidden' }, ` ${stoppedText}`),
							)
						: null,
					chat.isGroup
						? null
						: el(
								'span',
								{ class: closesAt ? 'window open' : 'window', title: windowText },
								el('span', { class: 'hidden' }, windowText),
							),
				),
			),
		);
		return el('li', {}, button);
	}
}

function shortTime(at: number): string {
	return dayOf(at) === 'Today' ? timeOfDay(at) : new Date(at).toLocaleDateString();
}

/** Arrow keys move between the rows. */
function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (!step) return;
	const buttons = [...list.querySelectorAll<HTMLElement>('.chat-row')];
	const index = buttons.indexOf(document.activeElement as HTMLElement);
	buttons[index + step]?.focus();
	event.preventDefault();
}

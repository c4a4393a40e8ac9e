import type { Actions } from './actions.js';
import { openAttachments, sendFiles } from './attachments.js';
import { el, fill, icon, iconButton } from './dom.js';
import { preview } from './preview.js';
import type { Chat, ChatMessage, Store } from './store.js';

/** The box for writing messages. */
export class Composer {
	readonly element: HTMLElement;
	private readonly text = el('textarea', {
		id: 'composer-text',
		rows: 1,
		placeholder: 'Write a message',
		'aria-label': 'Message',
		enterkeyhint: 'send',
	});
	private readonly quote = el('div', { class: 'composer-quote', hidden: true });
	private readonly who = el('label', { class: 'composer-who', hidden: true });
	private readonly drafts = new Map<string, string>();
	private chat?: Chat;
	private actions?: Actions;
	private quoted?: ChatMessage;
	private chosenAuthor = '';

	constructor(
		private readonly store: Store,
		/** Called when the user writes as another participant. */
		private readonly onauthor: () => void,
	) {
		const { text } = this;
		const form = el(
			'form',
			{ class: 'composer-line' },
			iconButton('attach', 'Attach', () => this.actions && openAttachments(this.actions)),
			text,
			el(
				'button',
				{ type: 'submit', class: 'send', 'aria-label': 'Send', title: 'Send' },
				icon('send'),
			),
		);
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.send();
		});
		text.addEventListener('input', () => this.grow());
		text.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') this.replyTo(undefined);
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			void this.send();
		});
		text.addEventListener('paste', (event) => {
			const files = [...(event.clipboardData?.files ?? [])];
			if (files.length === 0 || !this.actions) return;
			event.preventDefault();
			sendFiles(this.actions, files);
		});
		this.element = el('div', { class: 'composer' }, this.who, this.quote, form);
	}

	/** Phone number or user ID of the customer the user writes as. */
	get author(): string {
		const { chat } = this;
		if (!chat?.isGroup) return this.store.customers.get(chat?.id ?? '')?.waId ?? chat?.id ?? '';
		const people = this.participants();
		return people.includes(this.chosenAuthor) ? this.chosenAuthor : (people[0] ?? '');
	}

	open(chat: Chat, actions: Actions): void {
		if (this.chat) this.drafts.set(this.chat.key, this.text.value);
		this.chat = chat;
		this.actions = actions;
		this.text.value = this.drafts.get(chat.key) ?? '';
		this.grow();
		this.replyTo(undefined);
		this.who.dataset.people = '';
	}

	/** Shows which participant the user writes as in a group. */
	update(): void {
		const people = this.chat?.isGroup ? this.participants() : [];
		this.who.hidden = people.length === 0;
		const mark = people.join();
		if (this.who.dataset.people === mark) return;
		this.who.dataset.people = mark;
		const select = el(
			'select',
			{
				onchange: () => {
					this.chosenAuthor = select.value;
					this.onauthor();
				},
			},
			...people.map((key) =>
				el('option', { value: key, selected: key === this.author }, this.store.personName(key)),
			),
		);
		fill(this.who, 'Write as', select);
	}

	/** Quotes this message in the next one. */
	replyTo(message: ChatMessage | undefined): void {
		this.quoted = message;
		this.quote.hidden = !message;
		if (!message) return;
		const { store } = this;
		fill(
			this.quote,
			el(
				'span',
				{ class: 'quote' },
				el('b', {}, message.fromBusiness ? store.businessName(message.phoneNumberId) : 'You'),
				el('span', {}, preview(store, message)),
			),
			iconButton('close', 'Remove quote', () => this.replyTo(undefined)),
		);
		this.text.focus();
	}

	private participants(): string[] {
		const group = this.store.sections.groups.find(({ id }) => id === this.chat?.id);
		return (group?.participants ?? []).map(
			(userId) => this.store.customers.get(userId)?.waId ?? userId,
		);
	}

	private async send(): Promise<void> {
		const { actions, quoted, text } = this;
		const body = text.value.trim();
		if (body === '' || !actions) return;
		text.value = '';
		this.grow();
		this.replyTo(undefined);
		const isSent = await actions.write({ type: 'text', text: body, replyTo: quoted?.id });
		if (isSent || text.value !== '') return;
		text.value = body;
		this.grow();
	}

	private grow(): void {
		const { style } = this.text;
		style.height = 'auto';
		style.height = `${Math.min(this.text.scrollHeight, 160)}px`;
	}
}

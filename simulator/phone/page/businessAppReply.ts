import type { Actions } from './actions.js';
import { el, icon } from './dom.js';
import type { Chat } from './store.js';

/** Lets a person of the business reply in the WhatsApp Business app. */
export class BusinessAppReply {
	private readonly text = el('input', {
		type: 'text',
		autocomplete: 'off',
		placeholder: 'Reply as the business',
		'aria-label': 'Reply from the WhatsApp Business app',
		enterkeyhint: 'send',
	});
	readonly element = el('details', { class: 'business-app' });
	private actions?: Actions;

	constructor() {
		const form = el(
			'form',
			{ class: 'composer-line' },
			this.text,
			el('button', { type: 'submit' }, 'Reply'),
		);
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.send();
		});
		this.element.append(
			el('summary', {}, icon('phone'), 'Reply from the WhatsApp Business app'),
			form,
		);
	}

	/** The app has no group that the API has, too. */
	open(chat: Chat, actions: Actions): void {
		this.actions = actions;
		this.text.value = '';
		this.element.hidden = chat.isGroup;
	}

	private async send(): Promise<void> {
		const text = this.text.value.trim();
		if (text === '' || !this.actions) return;
		this.text.value = '';
		const isSent = await this.actions.replyInBusinessApp(text);
		if (!isSent && this.text.value === '') this.text.value = text;
	}
}

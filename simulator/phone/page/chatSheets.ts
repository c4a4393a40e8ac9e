import type { Actions } from './actions.js';
import { control } from './api.js';
import { el } from './dom.js';
import { duration, until } from './format.js';
import { openSheet } from './sheet.js';
import type { Chat, Store } from './store.js';
import { attempt } from './toast.js';

/** Explains the customer service window and closes it. */
export function openWindowSheet(store: Store, chat: Chat): void {
	const closesAt = store.windowUntil(chat);
	const freeUntil = store.freeUntil(chat);
	openSheet('24-hour window', (sheet) => [
		el(
			'p',
			{},
			'For 24 hours after a customer writes, the business may send them any message. Outside this window, only templates are delivered. Other messages fail with error 131047.',
		),
		el(
			'p',
			{},
			closesAt
				? `It is open until ${until(closesAt)}, for another ${duration(closesAt - Date.now())}.`
				: 'It opens again when the customer writes.',
		),
		freeUntil
			? el(
					'p',
					{},
					`The customer came from an ad, so every message is free until ${until(freeUntil)}. This does not extend the window.`,
				)
			: null,
		closesAt
			? el(
					'p',
					{},
					"WhatsApp reports no closing, so n8n's nodes then still take the window for open if the customer has written to them. To close it for them, too, attach a message 'From yesterday' as a customer who has not written yet.",
				)
			: null,
		closesAt
			? el(
					'button',
					{
						type: 'button',
						class: 'primary',
						onclick: () => {
							sheet.close();
							const customer = encodeURIComponent(chat.id);
							void attempt(() => control('POST', `customers/${customer}/close-window`, {}));
						},
					},
					'Close the window now',
				)
			: null,
	]);
}

/** Lets the customer stop or resume marketing messages. */
export function openMarketingSheet(store: Store, chat: Chat, actions: Actions): void {
	const hasStopped = store.hasStoppedMarketing(chat);
	openSheet('Marketing messages', (sheet) => [
		el(
			'p',
			{},
			'A customer can stop the marketing messages of a business. The business gets a webhook, and its marketing templates fail with error 131050. All other messages are delivered.',
		),
		el(
			'button',
			{
				type: 'button',
				class: 'primary',
				onclick: () => {
					sheet.close();
					void actions.chooseMarketing(hasStopped ? 'resume' : 'stop');
				},
			},
			hasStopped ? 'Resume marketing messages' : 'Stop marketing messages',
		),
	]);
}

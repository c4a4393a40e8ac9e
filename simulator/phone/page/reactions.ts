import type { Actions } from './actions.js';
import { el } from './dom.js';
import { field, form, openSheet, submitButton } from './sheet.js';
import type { ChatMessage } from './store.js';

const usual = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Asks for an emoji and sends it as a reaction. */
export function openReactions(
	actions: Actions,
	{ id, reactions }: ChatMessage,
	author: string,
): void {
	const mine = reactions.get(author)?.emoji;
	openSheet('React', (sheet) => {
		const react = (emoji: string) => {
			sheet.close();
			void actions.write({ type: 'reaction', messageId: id, emoji });
		};
		return [
			el(
				'div',
				{ class: 'emojis' },
				...usual.map((emoji) =>
					el(
						'button',
						{
							type: 'button',
							'aria-label': `React with ${emoji}`,
							'aria-pressed': mine === emoji ? 'true' : 'false',
							onclick: () => react(mine === emoji ? '' : emoji),
						},
						emoji,
					),
				),
			),
			form(
				(values) => react(String(values.get('emoji')).trim()),
				field('Another emoji', { name: 'emoji', required: true, maxlength: 16 }),
				submitButton('React'),
			),
		];
	});
}

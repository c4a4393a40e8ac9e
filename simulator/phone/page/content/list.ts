import { el } from '../dom.js';
import { openSheet, submitButton, form } from '../sheet.js';
import type { InteractiveContent } from '../wire.js';
import type { Drawing } from './drawing.js';

/** Opens a list and sends the chosen row. */
export function openList({ actions, message }: Drawing, { action }: InteractiveContent): void {
	openSheet(action?.button ?? 'List', (sheet) => [
		form(
			(values) => {
				const rowId = String(values.get('row'));
				sheet.close();
				void actions.write({ type: 'list', messageId: message.id, rowId });
			},
			...(action?.sections ?? []).map(({ title, rows = [] }) =>
				el(
					'fieldset',
					{ class: 'rows' },
					title ? el('legend', {}, title) : null,
					...rows.map(({ id = '', title: rowTitle = '', description }) =>
						el(
							'label',
							{ class: 'row' },
							el(
								'span',
								{},
								el('b', { dir: 'auto' }, rowTitle),
								description ? el('small', { dir: 'auto' }, description) : null,
							),
							el('input', { type: 'radio', name: 'row', value: id, required: true }),
						),
					),
				),
			),
			submitButton('Send'),
		),
	]);
}

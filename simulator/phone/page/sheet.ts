import { el, iconButton, type Child } from './dom.js';

/** An open sheet. */
export interface Sheet {
	close(): void;
}

/** Opens a sheet over the conversation. It takes the focus until it is closed, e.g. with Escape. */
export function openSheet(title: string, content: (sheet: Sheet) => Child[]): Sheet {
	const before = document.activeElement;
	const dialog = el('dialog', { class: 'sheet', 'aria-label': title });
	const sheet = { close: () => dialog.close() };
	dialog.append(
		el(
			'header',
			{ class: 'sheet-head' },
			el('h2', {}, title),
			iconButton('close', 'Close', sheet.close),
		),
		el('div', { class: 'sheet-body' }, ...content(sheet)),
	);
	dialog.addEventListener('click', (event) => {
		if (event.target === dialog) sheet.close();
	});
	dialog.addEventListener('close', () => {
		dialog.remove();
		if (before instanceof HTMLElement && before.isConnected) before.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
	return sheet;
}

/** The submit button of a form. */
export function submitButton(label: string): HTMLButtonElement {
	return el('button', { type: 'submit', class: 'primary' }, label);
}

/** A form that passes its values to `onsubmit`. */
export function form(onsubmit: (values: FormData) => void, ...children: Child[]): HTMLFormElement {
	const element: HTMLFormElement = el(
		'form',
		{
			onsubmit: (event: SubmitEvent) => {
				event.preventDefault();
				onsubmit(new FormData(element));
			},
		},
		...children,
	);
	return element;
}

/** A labelled text field. */
export function field(
	label: string,
	attributes: Record<string, string | number | boolean | undefined>,
	hint?: string,
): HTMLLabelElement {
	return el(
		'label',
		{ class: 'field' },
		el('span', {}, label),
		el('input', { type: 'text', autocomplete: 'off', ...attributes }),
		hint ? el('small', {}, hint) : null,
	);
}

import { announce, el, icon, webUrl } from '../dom.js';
import { link } from '../formatting.js';
import { openSheet } from '../sheet.js';
import { toast } from '../toast.js';

/** A button at the bottom of a bubble. */
export function bubbleButton(iconName: string, label: string, onclick: () => void): HTMLElement {
	return el(
		'button',
		{ type: 'button', class: 'bubble-button', onclick },
		icon(iconName),
		el('span', {}, label),
	);
}

/** A button that shows its URL before opening it. */
export function linkButton(label: string, url: string): HTMLElement {
	return bubbleButton('open', label, () => {
		openSheet(label, () => [
			el('p', {}, 'On a phone, this button opens'),
			el('p', { class: 'url' }, webUrl(url) ? link(url) : url),
		]);
	});
}

/** A button that copies a code. */
export function copyButton(label: string, code: string): HTMLElement {
	return bubbleButton('copy', label, () => {
		navigator.clipboard.writeText(code).then(
			() => toast(`Copied ${code}`),
			() => toast(`The code is ${code}`),
		);
		announce(`Code ${code}`);
	});
}

/** A button for something that only a real phone can do. */
export function infoButton(iconName: string, label: string, text: string): HTMLElement {
	return bubbleButton(iconName, label, () => {
		openSheet(label, () => [el('p', {}, text)]);
	});
}

import { el, icon } from './dom.js';
import { hueOf } from './format.js';

/** A round picture with the initials of a name. */
export function avatar(name: string, isGroup = false): HTMLElement {
	const initials = name
		.split(/\s+/)
		.map((word) => [...word][0] ?? '')
		.filter((letter) => /[\p{L}\p{N}]/u.test(letter))
		.slice(0, 2)
		.join('');
	const element = el(
		'span',
		{ class: 'avatar', 'aria-hidden': 'true' },
		isGroup ? icon('group') : /\p{L}/u.test(initials) ? initials : icon('person'),
	);
	element.style.setProperty('--hue', String(hueOf(name)));
	return element;
}

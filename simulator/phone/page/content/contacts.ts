import { avatar } from '../avatar.js';
import { el } from '../dom.js';
import type { ContactContent } from '../wire.js';

/** Draws contact cards. */
export function drawContacts(contacts: ContactContent[]): HTMLElement[] {
	return contacts.map(({ name, org, phones, emails, urls, addresses, birthday }) => {
		const fullName = name?.formatted_name ?? 'Contact';
		const lines: Array<[string, string | undefined]> = [
			...(phones ?? []).map(({ phone, type }): [string, string | undefined] => [
				type ?? 'Phone',
				phone,
			]),
			...(emails ?? []).map(({ email, type }): [string, string | undefined] => [
				type ?? 'Email',
				email,
			]),
			...(urls ?? []).map(({ url }): [string, string | undefined] => ['Web', url]),
			...(addresses ?? []).map(({ street, zip, city, country }): [string, string] => [
				'Address',
				[street, [zip, city].filter(Boolean).join(' '), country].filter(Boolean).join(', '),
			]),
			['Birthday', birthday],
		];
		return el(
			'div',
			{ class: 'contact' },
			el(
				'div',
				{ class: 'contact-head' },
				avatar(fullName),
				el(
					'span',
					{},
					el('b', {}, fullName),
					el('small', {}, [org?.title, org?.company].filter(Boolean).join(', ')),
				),
			),
			el(
				'dl',
				{},
				...lines.flatMap(([term, text]) =>
					text ? [el('dt', {}, term.toLowerCase()), el('dd', {}, text)] : [],
				),
			),
		);
	});
}

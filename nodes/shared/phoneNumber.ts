import { textLimits } from '../graphApi/textLimits';
import type { InputError } from './inputError';

/**
 * Brings a phone number in any usual writing into the form `+` and digits. The plus matters: without it
 * Meta puts the country code of the sender in front.
 * @param problem makes the error that is thrown.
 * @throws InputError when the text is not a phone number with a country code.
 */
export function parsePhoneNumber(
	text: string,
	problem: (what: string, todo: string) => InputError,
): string {
	if (text.length > textLimits.phoneNumber) {
		throw problem(
			`has ${text.length} characters`,
			'Enter one phone number alone, e.g. +1 650 555 1234.',
		);
	}
	const spaced = text
		.normalize('NFKC')
		// Contacts copied from an app carry invisible direction marks.
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
		.replace(/^\s*(whatsapp|tel):/i, '')
		// Spreadsheets make numbers with decimals of them.
		.replace(/^\s*(\+?\d+)\.0+\s*$/, '$1')
		// "(0)" is the trunk prefix that is dialled inside the country only.
		.replace(/\(\s*0\s*\)/, '');
	const extension = /(?:\/\s*\d{1,2}|\(\s*\d{1,2}\s*\))\s*$/.exec(spaced);
	if (extension && /\d/.test(spaced.slice(0, extension.index))) {
		throw problem(
			'contains more than one phone number, or an extension',
			'Enter one number alone, e.g. +1 650 555 1234.',
		);
	}
	if (/\(\s*0\d+\s*\)/.test(spaced)) {
		throw problem(
			'has a zero in front of the area code',
			'Leave the zero out, or remove the brackets if the country keeps it, as Italy does.',
		);
	}
	const plain = spaced.replace(/[\s()./\u2010-\u2015-]/g, '');
	const digits = plain.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw problem(
			'is not a phone number',
			'Enter the number with its country code, e.g. +1 650 555 1234, or a business-scoped user ID.',
		);
	}
	if (digits.startsWith('0')) {
		throw problem(
			'has no country code',
			'Put the country code in front and leave out the leading zero, e.g. +49 171 1234567.',
		);
	}
	// E.164: at most 15 digits. The shortest numbers on WhatsApp have 7 with their country code.
	if (digits.length < 7 || digits.length > 15) {
		throw problem(
			`has ${digits.length} digits`,
			'A phone number with its country code has 7 to 15 digits.',
		);
	}
	return `+${digits}`;
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

import { textLimits } from '../graphApi/textLimits';
import type { InputError } from './inputError';
import { writtenNumber } from './writtenNumber';

/** A zero that is dialled inside the country only. */
const trunkZero = /\(\s*0\s*\)/;

/** How a number is written inside a country: its first digits in brackets, or the three groups of North America. */
const homeFormats = [
	/^\((?!\s*(?:\+|00|011))/,
	/^\d{3}[\s.\u2010-\u2015-]\d{3}[\s.\u2010-\u2015-]\d{4}$/,
];

/**
 * Brings a phone number in any usual writing into the form `+` and digits. The plus matters: without it
 * Meta puts the country code of the sender in front. The 1 that Mexico's mobile numbers had and the 9 that Brazil's have
 * stay as they are: Meta changes them itself where it must.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
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
	const written = writtenNumber(text);
	const bare = written.replace(trunkZero, '');
	const extension = /(?:\/\s*\d{1,2}|\(\s*\d{1,2}\s*\))$/.exec(bare);
	if (extension && /\d/.test(bare.slice(0, extension.index))) {
		throw problem(
			'contains more than one phone number, or an extension',
			'Enter one number alone, e.g. +1 650 555 1234.',
		);
	}
	const digits = validDigits(dialled(written)) ?? validDigits(dialled(bare)) ?? dialled(bare);
	if (!/^\d+$/.test(digits)) {
		throw problem(
			'is not a phone number',
			'Enter the number with its country code, e.g. +1 650 555 1234, or a business-scoped user ID.',
		);
	}
	if (homeFormats.some((format) => format.test(written)) && !hasCodeInBrackets(written, digits)) {
		throw problem(
			'looks like a number without its country code',
			'Put + and the country code in front, e.g. +1 650 555 1234.',
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

/** No number with an area code in brackets, which has two digits or more, is as long without its country code. */
const tooLongForHome = 12;

/** Whether the brackets at the beginning are around the country code, e.g. "(44) 7911 123456". */
function hasCodeInBrackets(written: string, digits: string): boolean {
	const code = /^\(\s*(\d{1,3})\s*\)/.exec(written)?.[1];
	const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
	if (code === undefined || number?.countryCallingCode !== code || !number.isValid()) return false;
	return digits.length >= (code.length === 1 ? tooLongForHome - 1 : tooLongForHome);
}

/** The digits to dial after the plus. */
function dialled(written: string): string {
	const plain = written.replace(/[\s()./\u2010-\u2015-]/g, '');
	// 011 leads abroad in North America. In other countries it is an area code, of numbers with fewer digits.
	const american = plain.startsWith('011') ? plain.slice(3) : '';
	if (american.length >= 10 && validDigits(american)) return american;
	return plain.replace(/^(?:\+|00)/, '');
}

/**
 * The digits of a number that exists, without what is dialled inside its country only: the zero in front of the area
 * code, which a few countries keep, or Argentina's 15. Undefined for a number that no country has.
 */
function validDigits(digits: string): string | undefined {
	if (!/^\d+$/.test(digits)) return undefined;
	const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
	return number?.isValid() ? number.number.slice(1) : undefined;
}

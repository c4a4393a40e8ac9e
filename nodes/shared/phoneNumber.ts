import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

import { textLimits } from '../graphApi/textLimits';
import { countryName } from './defaultCountry';
import type { InputError } from './inputError';
import { readAbroad, readInside, tooLongForHome } from './numberReadings';
import type { NumberReading } from './numberReadings';
import { otherChat, writtenNumber } from './writtenNumber';

/** What numbers without country code are. */
export interface NumberSettings {
	/** Their country. */
	defaultCountry?: CountryCode;
	/** Whether digits are a number that WhatsApp itself wrote, which has its country code. */
	isFromWhatsApp?(digits: string): boolean;
}

type Problem = (what: string, todo: string) => InputError;

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
 * A number with + or 00 is taken as it is, whether or not the library knows it.
 * @param problem makes the error that is thrown.
 * @throws InputError when the text is not a phone number, or has no country code and is not valid in the default country.
 */
export function parsePhoneNumber(
	text: string,
	problem: Problem,
	settings: NumberSettings = {},
): string {
	if (text.length > textLimits.phoneNumber) {
		throw problem(
			`has ${text.length} characters`,
			'Enter one phone number alone, e.g. +1 650 555 1234.',
		);
	}
	const written = writtenNumber(text);
	if (settings.defaultCountry === undefined && /^[1-9]\d+$/.test(written)) {
		// What most items have, in a third of the time.
		const { number, likelihood } = readAbroad(written);
		if (likelihood > 1) return number;
	}
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
		const other = otherChat(written);
		throw problem(
			other === undefined ? 'is not a phone number' : `is not a phone number but ${other.is}`,
			other?.todo ??
				'Enter the number with its country code, e.g. +1 650 555 1234, or a business-scoped user ID.',
		);
	}
	const plain = withoutSeparators(bare);
	if (/^(?:\+|00)/.test(plain)) {
		const dialledThere = leadingAbroad(plain, digits, settings);
		if (dialledThere !== undefined) return dialledThere;
		checkDigits(digits, problem);
		return `+${digits}`;
	}
	const isHome =
		homeFormats.some((format) => format.test(written)) && !hasCodeInBrackets(written, digits);
	return withoutPrefix({ plain, digits, isHome }, problem, settings);
}

/** A number behind the prefix with which the default country dials abroad, such as Australia's 0011. */
function leadingAbroad(
	plain: string,
	digits: string,
	{ defaultCountry }: NumberSettings,
): string | undefined {
	const couldBe = defaultCountry !== undefined && plain.startsWith('00') && !validDigits(digits);
	return couldBe ? readInside(plain, defaultCountry)?.number : undefined;
}

/** A number without + or 00. */
interface Unprefixed {
	/** As it is written, digits only. */
	plain: string;
	/** Those that follow a plus if it has a country code. */
	digits: string;
	/** Whether it is written as inside a country. */
	isHome: boolean;
}

/**
 * Reads a number without + or 00 in the way that is likelier to be meant: as a number of the default country, or as one
 * with its country code. Of two numbers that both exist, a mobile number is likelier than a landline; otherwise it is
 * the default country's, unless the digits begin with the country code of just that country.
 */
function withoutPrefix(
	{ plain, digits, isHome }: Unprefixed,
	problem: Problem,
	{ defaultCountry, isFromWhatsApp = () => false }: NumberSettings,
): string {
	const inside = defaultCountry && readInside(plain, defaultCountry);
	const abroad = isHome || digits.startsWith('0') ? undefined : readAbroad(digits);
	const exists = abroad !== undefined && abroad.likelihood >= 2;
	if (exists && !inside) return abroad.number;
	if (abroad && isFromWhatsApp(plain)) return `+${plain}`;
	if (inside && !(exists && isLikelier(abroad, inside))) return inside.number;
	if (exists) return abroad.number;
	const tip = defaultCountry === undefined ? defaultCountryTip : '';
	if (isHome) {
		const dialledAbroad = digits.startsWith('0') ? '' : `, and would go to ${placeAbroad(digits)}`;
		throw problem(
			`looks like a number without its country code${dialledAbroad}`,
			`Put + and the country code in front, e.g. +1 650 555 1234.${tip}`,
		);
	}
	checkDigits(digits, problem, tip);
	const wrong = `+${digits}, which does not exist${abroad?.place === undefined ? '' : ` ${abroad.place}`}`;
	throw problem(
		defaultCountry === undefined
			? `can be read as ${wrong}, or as a number without its country code`
			: `can be read as a number of ${countryName(defaultCountry)}, where it does not exist, or as ${wrong}`,
		`Put + and the country code in front, e.g. +52 55 1234 5678.${tip}`,
	);
}

const isLikelier = (abroad: NumberReading, inside: NumberReading) =>
	abroad.likelihood === inside.likelihood
		? abroad.callingCode === inside.callingCode
		: abroad.likelihood > inside.likelihood;

function placeAbroad(digits: string): string {
	const { number, place } = readAbroad(digits);
	return place === undefined ? number : `${number} ${place}`;
}

const defaultCountryTip =
	" Or choose 'Default Country' in the credential: that of all numbers without a country code.";

/** The shortest numbers on WhatsApp, with their country code. E.164 allows 15 digits at most. */
const fewestDigits = 7;
const mostDigits = 15;

function checkDigits(digits: string, problem: Problem, tip = ''): void {
	if (digits.startsWith('0')) {
		throw problem(
			'has no country code',
			`Put the country code in front and leave out the leading zero, e.g. +49 171 1234567.${tip}`,
		);
	}
	if (digits.length < fewestDigits || digits.length > mostDigits) {
		throw problem(
			`has ${digits.length} digits`,
			`A phone number with its country code has ${fewestDigits} to ${mostDigits} digits.`,
		);
	}
}

/** Whether the brackets at the beginning are around the country code, e.g. "(44) 7911 123456". */
function hasCodeInBrackets(written: string, digits: string): boolean {
	const code = /^\(\s*(\d{1,3})\s*\)/.exec(written)?.[1];
	const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
	if (code === undefined || number?.countryCallingCode !== code || !number.isValid()) return false;
	return digits.length >= (code.length === 1 ? tooLongForHome - 1 : tooLongForHome);
}

function withoutSeparators(written: string): string {
	return written.replace(/[\s()./\u2010-\u2015-]/g, '');
}

/** The digits to dial after the plus. */
function dialled(written: string): string {
	const plain = withoutSeparators(written);
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
	if (!number?.isValid()) return undefined;
	const found = number.number.slice(1);
	return found.length < fewestDigits ? undefined : found;
}

import { parsePhoneNumberFromString as parseLoosely } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';

import { countryName } from './defaultCountry';
import { otherSpellings } from './otherSpellings';

/** How likely a number is meant: no such number, one that only has the right length and beginning, a landline, a mobile. */
type Likelihood = 0 | 1 | 2 | 3;

/** Digits. Hardly any number is as long without its country code. */
export const tooLongForHome = 12;

/** A way to read a number that has no country code for certain. */
export interface NumberReading {
	/** `+` and digits. */
	number: string;
	likelihood: Likelihood;
	/** Where it is, e.g. "in Brazil", or "under +1" for a calling code of several countries. */
	place: string | undefined;
	callingCode: string | undefined;
}

/**
 * Reads digits as a number with its country code.
 * @param digits without leading zero.
 */
export function readAbroad(digits: string): NumberReading {
	const parsed = parsePhoneNumberFromString(`+${digits}`, { extract: false });
	const likelihood = parsed ? likelihoodOf(parsed) : 0;
	const couldOnlyBeAbroad = digits.length >= tooLongForHome && parsed?.isPossible() === true;
	const { country, countryCallingCode: callingCode } = parsed ?? {};
	return {
		number: parsed?.isValid() === true ? parsed.number : `+${digits}`,
		likelihood: likelihood < 2 && couldOnlyBeAbroad ? 2 : likelihood,
		place: country ? `in ${countryName(country)}` : callingCode && `under +${callingCode}`,
		callingCode,
	};
}

/** Reads digits as they are dialled inside a country. Undefined if they are no such number. */
export function readInside(digits: string, country: CountryCode): NumberReading | undefined {
	const options = { defaultCountry: country, extract: false };
	const parsed = parsePhoneNumberFromString(digits, options);
	const likelihood = parsed ? likelihoodAsWritten(parsed) : 0;
	if (!parsed || likelihood === 0) return undefined;
	const { number, countryCallingCode: callingCode } = parsed;
	return { number, likelihood, place: `in ${countryName(country)}`, callingCode };
}

/** That of the likeliest spelling: WhatsApp writes some numbers in a way in which nobody dials them any more. */
function likelihoodOf(parsed: PhoneNumber): Likelihood {
	const own = likelihoodAsWritten(parsed);
	const [other] = own > 1 ? [] : otherSpellings(parsed.number);
	const respelled = other && parsePhoneNumberFromString(other);
	const others = respelled ? likelihoodAsWritten(respelled) : 0;
	return others > own ? others : own;
}

/**
 * The metadata with types is exact. The other knows the lengths and the first digits, so that it also takes a range that
 * was opened since.
 */
function likelihoodAsWritten(parsed: PhoneNumber): Likelihood {
	// Meta itself gives businesses numbers with this area code, which North America does not.
	if (/^\+1555\d{7}$/.test(parsed.number)) return 3;
	const type = parsed.getType();
	if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return 3;
	if (type !== undefined) return 2;
	return parseLoosely(parsed.number, { extract: false })?.isValid() === true ? 1 : 0;
}

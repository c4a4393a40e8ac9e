import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The calling code of the country of a number, e.g. "44". Undefined if no country has the number. */
export function callingCode(number: string): string | undefined {
	return parsePhoneNumberFromString(number, { extract: false })?.countryCallingCode;
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * How Meta may spell the mobile number of a country that adds digits to such numbers, or drops them: Brazil's 9, Mexico's
 * old 1, Argentina's 9.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @param number `+` and digits.
 * @returns numbers in the same form, none for a number that has one spelling only.
 */
export function otherSpellings(number: string): string[] {
	const spellings: Array<[pattern: RegExp, other: string]> = [
		[/^\+55(\d\d)9([6-9]\d{7})$/, '+55$1$2'],
		[/^\+55(\d\d)([6-9]\d{7})$/, '+55$19$2'],
		[/^\+521(\d{10})$/, '+52$1'],
		[/^\+52(\d{10})$/, '+521$1'],
		[/^\+549(\d{10})$/, '+54$1'],
		[/^\+54(\d{10})$/, '+549$1'],
	];
	return spellings
		.filter(([pattern]) => pattern.test(number))
		.map(([pattern, other]) => number.replace(pattern, other));
}

/** Argentina's mobile number as it is written there, with 15, e.g. "+54 11 15-2345-6789". Undefined for any other. */
export function argentine15(number: string): string | undefined {
	const written = parsePhoneNumberFromString(number.replace(/^\+549?/, '+549'))?.formatNational();
	if (!/^\+549?\d{10}$/.test(number) || !written) return undefined;
	return `+54 ${written.replace(/^0/, '')}`;
}

import type { INodePropertyOptions } from 'n8n-workflow';
import { getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

import { CredentialError } from '../graphApi/connection';
import type { CredentialData } from '../graphApi/connection';

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** The English name of a country. */
export function countryName(code: CountryCode): string {
	return names.of(code) ?? code;
}

/** Every country that has phone numbers, from A to Z. */
export const countryOptions: INodePropertyOptions[] = getCountries()
	.map((value) => ({ name: `${countryName(value)} (+${getCountryCallingCode(value)})`, value }))
	.sort((one, other) => one.name.localeCompare(other.name, 'en'));

/**
 * The country of numbers that are written without a country code. Undefined if the credential has none.
 * @throws CredentialError for a code that is no country's.
 */
export function defaultCountryOf({
	defaultCountry = '',
}: Pick<CredentialData, 'defaultCountry'>): CountryCode | undefined {
	const code = defaultCountry.trim().toUpperCase();
	if (code === '') return undefined;
	if (isSupportedCountry(code)) return code;
	throw new CredentialError(
		'Default Country',
		"'Default Country' in the credential is not the two-letter code of a country, e.g. MX. Choose the country from the list, or leave it empty.",
	);
}

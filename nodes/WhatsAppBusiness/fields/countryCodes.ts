import type { ListRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';

/**
 * Reads a list of country codes (ISO 3166-1 alpha-2) in capital letters.
 * @param rule how many there may be.
 * @throws InputError for too few or too many entries, or an invalid one.
 */
export function readCountryCodes(parameters: Parameters, name: string, rule?: ListRule): string[] {
	const codes = parameters.texts(name, rule).map((code) => code.toUpperCase());
	if (codes.some((code) => !/^[A-Z]{2}$/.test(code))) {
		throw parameters.error(
			name,
			'contains an invalid country code',
			'Enter two letters for each country, e.g. US, BR.',
		);
	}
	return codes;
}

import type { ListRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';

/**
 * The countries a field lists, as two capital letters each (ISO 3166-1 alpha-2).
 * @param rule how many there may be.
 * @throws InputError when there are too few or too many, or an entry is no such code.
 */
export function readCountryCodes(parameters: Parameters, name: string, rule?: ListRule): string[] {
	const codes = parameters.texts(name, rule).map((code) => code.toUpperCase());
	if (codes.some((code) => !/^[A-Z]{2}$/.test(code))) {
		throw parameters.error(
			name,
			'holds something that is not a country code',
			'Enter two letters for each country, e.g. US, BR.',
		);
	}
	return codes;
}

import type { Parameters } from '../parameters/parameters';

/**
 * Checks that no two entries of a list have the same value.
 * @param name of the field that contains the value, for the error.
 * @param values the value of each entry, in the same order.
 * @throws InputError that names the second of two equal entries.
 */
export function checkUnique(
	entries: readonly Parameters[],
	name: string,
	values: readonly string[],
): void {
	entries.forEach((entry, index) => {
		const value = values[index];
		if (value !== undefined && values.indexOf(value) < index) {
			throw entry.error(
				name,
				'is the same as in an earlier entry',
				'Use a different value for each entry.',
			);
		}
	});
}

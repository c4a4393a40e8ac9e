import type { Parameters } from '../parameters/parameters';

/**
 * Checks that no two entries of a list have the same value.
 * @param name the field that holds the value in each entry, for the error.
 * @param values the value of each entry, in the same order.
 * @throws InputError naming the second of two equal ones.
 */
export function checkUnique(
	entries: readonly Parameters[],
	name: string,
	values: readonly string[],
): void {
	entries.forEach((entry, index) => {
		const value = values[index];
		if (value !== undefined && values.indexOf(value) < index) {
			throw entry.error(name, 'is the same as in an entry above it', 'Give each entry its own.');
		}
	});
}

import type { Parameters } from '../parameters/parameters';
import { isEmpty } from './isEmpty';

/**
 * Checks that an update changes something.
 * @param name of the collection that contains the changes.
 * @throws InputError when nothing is changed.
 */
export function checkChanges(parameters: Parameters, name: string, changes: object): void {
	if (isEmpty(changes)) {
		throw parameters.error(name, 'is empty', 'Add at least one field to change.');
	}
}

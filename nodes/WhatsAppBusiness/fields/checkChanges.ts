import type { Parameters } from '../parameters/parameters';
import { isEmpty } from './isEmpty';

/**
 * Checks what an operation is to change.
 * @param name of the collection in which the changes are added.
 * @throws InputError when there is none.
 */
export function checkChanges(parameters: Parameters, name: string, changes: object): void {
	if (isEmpty(changes)) {
		throw parameters.error(name, 'is empty', 'Add at least one field to change.');
	}
}

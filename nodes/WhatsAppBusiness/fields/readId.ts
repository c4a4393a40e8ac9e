import { checkedId } from '../../shared/idLocator';
import type { IdKind } from '../../shared/idLocator';
import type { Parameters } from '../parameters/parameters';

/**
 * The chosen ID.
 * @param name of the field.
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readId(parameters: Parameters, name: string, kind: IdKind): string {
	const id = parameters.optionalLocator(name);
	if (id === undefined) throw parameters.error(name, 'is empty', 'Choose one, or enter its ID.');
	return checkedId(id, kind, (what, todo) => parameters.error(name, what, todo));
}

/**
 * The ID that is typed into a field without a list.
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readTypedId(parameters: Parameters, name: string, kind: IdKind): string {
	const id = parameters.text(name).trim();
	return checkedId(id, kind, (what, todo) => parameters.error(name, what, todo));
}

import { limits } from '../../../shared/limits';
import type { Parameters } from '../../parameters/parameters';

/**
 * A name that people see.
 * @throws InputError when the field is empty, or the name too long or too short.
 */
export function readDisplayName(parameters: Parameters, name: string): string {
	const { min, max } = limits.displayName;
	const displayName = parameters.text(name, { maxLength: max }).trim();
	if (displayName.length < min) {
		throw parameters.error(name, 'is too short', `Enter at least ${min} characters.`);
	}
	return displayName;
}

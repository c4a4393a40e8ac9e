import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import type { State } from '../state';
import { CustomerMessageError } from './choices';

/**
 * The business number of a chat. Default: the first one.
 *
 * @throws CustomerMessageError if there is no such number
 */
export function numberWrittenTo(state: State, id: string | undefined): PhoneNumber {
	const phoneNumber =
		id === undefined
			? state.phoneNumbers[0]
			: state.phoneNumbers.find((candidate) => candidate.id === id);
	if (!phoneNumber) throw new CustomerMessageError(`There is no phone number ${id}`);
	return phoneNumber;
}

import type { Account } from '../graphApi/connection';
import { idLocator, idOrAccountDefault } from './idLocator';
import type { ChoiceKind } from './idLocator';

/** The option that chooses another number to send from. Read with `readSender`. */
export const senderField = idLocator({
	displayName: 'Sender Number',
	name: 'senderPhoneNumberId',
	description: "The number to send from instead of the credential's",
	searchListMethod: 'searchPhoneNumbers',
	exampleId: '106540352242922',
});

/**
 * The chosen phone number ID, or the credential's when none is chosen.
 * @param field display name of the field in which another number can be chosen.
 * @throws InputError when neither is given or it is not an ID.
 */
export function phoneNumberIdFor(
	chosen: string | undefined,
	account: Account,
	field: string,
	kind?: ChoiceKind,
): string {
	return idOrAccountDefault(chosen, field, [account, 'phoneNumberId'], 'a phone number ID', kind);
}

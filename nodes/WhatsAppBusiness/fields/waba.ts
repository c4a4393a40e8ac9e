import type { Account } from '../../graphApi/connection';
import type { Parameters } from '../parameters/parameters';
import { idLocator, idOrAccountDefault } from '../../shared/idLocator';

/** The option that chooses another WhatsApp Business Account. Read with `readWaba`. */
export const wabaField = idLocator({
	displayName: 'WhatsApp Business Account',
	name: 'wabaId',
	description: "The account to use instead of the credential's",
	searchListMethod: 'searchWabas',
	placeholder: 'Select an account…',
	exampleId: '102290129340398',
});

/**
 * The ID of the WhatsApp Business Account from the option, or from the credential.
 * @throws InputError when neither has one, or the ID is invalid.
 */
export function readWaba(parameters: Parameters, account: Account): string {
	return wabaFor(parameters.group('options').optionalLocator(wabaField.name), account);
}

/**
 * The chosen ID of a WhatsApp Business Account, or the credential's when none is chosen.
 * @throws InputError as `readWaba`.
 */
export function wabaFor(chosen: string | undefined, account: Account): string {
	const what = 'the ID of a WhatsApp Business Account';
	return idOrAccountDefault(chosen, wabaField.displayName, [account, 'wabaId'], what, 'option');
}

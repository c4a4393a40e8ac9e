import type { Account } from '../../graphApi/connection';
import type { Parameters } from '../parameters/parameters';
import { idLocator, idOrCredentialDefault } from '../../shared/idLocator';

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
	const credential = { id: account.wabaId, field: 'WhatsApp Business Account ID' };
	return idOrCredentialDefault(chosen, wabaField.displayName, credential, {
		what: 'the ID of a WhatsApp Business Account',
		where: 'Meta shows it under WhatsApp → API Setup, below the phone-number ID.',
	});
}

import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import type { Parameters } from '../parameters/parameters';
import { credentialIds } from '../../shared/account/credentialId';
import { idLocator, idOrAccountDefault } from '../../shared/idLocator';
import { readId } from './readId';

/** The option that chooses another WhatsApp Business Account. Read with `readWaba`. */
export const wabaField = idLocator({
	displayName: 'WhatsApp Business Account',
	name: 'wabaId',
	description: "The account to use instead of the credential's",
	searchListMethod: 'searchWabas',
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

/** The account from which something is copied to another. Read with `readSourceWaba`. */
export const sourceWabaField: INodeProperties = {
	...wabaField,
	displayName: 'Source Account',
	name: 'sourceWabaId',
	required: true,
	description: 'The account to copy from. It belongs to the same business.',
};

/**
 * The ID of the account to copy from.
 * @param target that of the account to copy to.
 * @throws InputError when the field is empty, the ID is invalid, or both are the same.
 */
export function readSourceWaba(parameters: Parameters, target: string): string {
	const source = readId(parameters, sourceWabaField.name, {
		what: 'the ID of a WhatsApp Business Account',
		where: credentialIds.wabaId.where,
	});
	if (source !== target) return source;
	throw parameters.error(
		sourceWabaField.name,
		'is the account to copy to',
		`Choose another one, or the account to copy to with the option '${wabaField.displayName}'.`,
	);
}

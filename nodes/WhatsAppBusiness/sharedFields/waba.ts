import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { pathSegment } from '../../graphApi/safePath';
import { InputError } from '../inputError';
import type { Parameters } from '../parameters';

/** An option of every operation that works on a WhatsApp Business Account; `readWaba` reads it. */
export const wabaField: INodeProperties = {
	displayName: 'WhatsApp Business Account',
	name: 'wabaId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: "The account to use, when it is not the credential's",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an account…',
			typeOptions: { searchListMethod: 'searchWabas', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 102290129340398',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^[0-9]+$',
						errorMessage: 'A WhatsApp Business Account ID has digits only',
					},
				},
			],
		},
	],
};

/**
 * The ID of the WhatsApp Business Account to act on, ready for a path: the option's, or the credential's.
 * @throws InputError when neither is given or it is not an ID.
 */
export function readWaba(parameters: Parameters, account: Account): string {
	return wabaFor(parameters.group('options').optionalLocator('wabaId'), account);
}

/**
 * The chosen ID of a WhatsApp Business Account, or the credential's when none is chosen, ready for a path.
 * Raises what `readWaba` raises.
 */
export function wabaFor(chosen: string | undefined, account: Account): string {
	const id = chosen ?? account.wabaId;
	if (id === '') {
		throw new InputError(
			'WhatsApp Business Account ID',
			'is empty in the credential',
			`Fill it in there, or choose an account in '${wabaField.displayName}'.`,
		);
	}
	if (!/^\d+$/.test(id)) {
		throw new InputError(
			chosen ? wabaField.displayName : 'WhatsApp Business Account ID',
			'is not the ID of a WhatsApp Business Account',
			'The ID has digits only. Meta shows it under WhatsApp → API Setup, below the phone-number ID.',
		);
	}
	return pathSegment(id);
}

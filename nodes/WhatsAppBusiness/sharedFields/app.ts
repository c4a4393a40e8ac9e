import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { InputError } from '../inputError';
import type { Parameters } from '../parameters';

/** An option of operations that use the Meta app; `readApp` reads it. */
export const appField: INodeProperties = {
	displayName: 'App',
	name: 'appId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: "The Meta app to use, when it is not the credential's",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an app…',
			typeOptions: { searchListMethod: 'searchApps', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 670843887433847',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^[0-9]+$', errorMessage: 'An app ID has digits only' },
				},
			],
		},
	],
};

/**
 * The ID of the Meta app: the option's, or the credential's.
 * @throws InputError when neither is given or it is not an ID.
 */
export function readApp(parameters: Parameters, account: Account): string {
	const chosen = parameters.group('options').optionalLocator(appField.name);
	const id = chosen ?? account.appId;
	if (id === '') {
		throw new InputError(
			'App ID',
			'is empty in the credential',
			`Fill it in there, or in the option '${appField.displayName}'. Meta shows it at the top of the app dashboard.`,
		);
	}
	if (!/^\d+$/.test(id)) {
		throw new InputError(
			'App ID',
			'is not the ID of a Meta app',
			'The ID has digits only. Meta shows it at the top of the app dashboard.',
		);
	}
	return id;
}

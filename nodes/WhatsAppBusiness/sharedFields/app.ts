import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { InputError } from '../inputError';
import type { Parameters } from '../parameters';

/** An option of operations that use the Meta app; `readApp` reads it. */
export const appField: INodeProperties = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 670843887433847',
	description: "The Meta app to use, when it is not the credential's",
};

/**
 * The ID of the Meta app: the option's, or the credential's.
 * @throws InputError when neither is given or it is not an ID.
 */
export function readApp(parameters: Parameters, account: Account): string {
	const chosen = parameters.group('options').optionalText(appField.name)?.trim();
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

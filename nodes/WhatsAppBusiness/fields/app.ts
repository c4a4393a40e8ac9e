import type { Account } from '../../graphApi/connection';
import type { Parameters } from '../parameters/parameters';
import { idLocator, idOrAccountDefault } from '../../shared/idLocator';

/** The option that chooses another Meta app. Read with `readApp`. */
export const appField = idLocator({
	displayName: 'App',
	name: 'appId',
	description: "The Meta app to use instead of the credential's",
	searchListMethod: 'searchApps',
	exampleId: '670843887433847',
});

/**
 * The ID of the Meta app from the option, or from the credential.
 * @throws InputError when neither has one, or the ID is invalid.
 */
export function readApp(parameters: Parameters, account: Account): string {
	const chosen = parameters.group('options').optionalLocator(appField.name);
	const what = 'the ID of a Meta app';
	return idOrAccountDefault(chosen, appField.displayName, [account, 'appId'], what, 'option');
}

import type { Account } from '../../graphApi/connection';
import type { Parameters } from '../parameters/parameters';
import { idLocator, idOrCredentialDefault } from '../../shared/idLocator';

/** An option of operations that use the Meta app; `readApp` reads it. */
export const appField = idLocator({
	displayName: 'App',
	name: 'appId',
	description: "The Meta app to use, when it is not the credential's",
	searchListMethod: 'searchApps',
	placeholder: 'Select an app…',
	exampleId: '670843887433847',
});

/**
 * The ID of the Meta app: the option's, or the credential's.
 * @throws InputError when neither is given or it is not an ID.
 */
export function readApp(parameters: Parameters, account: Account): string {
	const chosen = parameters.group('options').optionalLocator(appField.name);
	const credential = { id: account.appId, field: 'App ID' };
	return idOrCredentialDefault(chosen, appField.displayName, credential, {
		what: 'the ID of a Meta app',
		where: 'Meta shows it at the top of the app dashboard.',
	});
}

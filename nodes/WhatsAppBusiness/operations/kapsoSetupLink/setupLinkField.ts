import { uuidLocator } from '../../fields/kapsoIds';

/** A link of the chosen customer. Read with `readUuid`. */
export const setupLinkField = uuidLocator({
	displayName: 'Setup Link',
	name: 'setupLink',
	required: true,
	searchListMethod: 'searchKapsoSetupLinks',
});

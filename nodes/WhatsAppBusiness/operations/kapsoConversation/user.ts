import { uuidLocator } from '../../fields/kapsoIds';

/** A member of the Kapso project. Read with `readUuid`. */
export const userField = uuidLocator({
	displayName: 'User',
	name: 'user',
	required: true,
	description: 'The member of your Kapso project who looks after the conversation',
	searchListMethod: 'searchKapsoUsers',
});

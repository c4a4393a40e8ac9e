import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';
import { readUser, userField } from './assignedUser';

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/assigned_users/ */
export const operation: Operation = {
	displayName: 'Unassign User',
	action: 'Unassign a user from an account',
	description: 'Take a WhatsApp Business Account away from a person or system user',
	fields: [userField, optionsField([wabaField])],
	request: (parameters, account) => ({
		method: 'DELETE',
		path: path`/${readWaba(parameters, account)}/assigned_users`,
		on: 'waba',
		query: { user: readUser(parameters) },
	}),
};

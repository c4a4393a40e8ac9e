import type { Operation } from '../../operation';
import { namedOptions, optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';
import { readUser, userField } from './assignedUser';

const tasks = {
	DEVELOP: 'Develop',
	FULL_CONTROL: 'Full Control',
	MANAGE: 'Manage',
	MANAGE_BILLING: 'Manage Billing',
	MANAGE_EXTENSIONS: 'Manage Extensions',
	MANAGE_PHONE: 'Manage Phone',
	MANAGE_PHONE_ASSETS: 'Manage Phone Assets',
	MANAGE_TEMPLATES: 'Manage Templates',
	MANAGE_USERS: 'Manage Users',
	MESSAGING: 'Messaging',
	RECEIVE_INCOMING_MESSAGES: 'Receive Incoming Messages',
	VIEW_COST: 'View Cost',
	VIEW_INSIGHTS: 'View Insights',
	VIEW_PHONE_ASSETS: 'View Phone Assets',
	VIEW_TEMPLATES: 'View Templates',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-system-users#add-system-users-to-a-whatsapp-business-account */
export const operation: Operation = {
	displayName: 'Assign User',
	action: 'Assign a user to an account',
	description:
		'Let a person or system user use a WhatsApp Business Account. Needs the token of a system user with admin rights.',
	fields: [
		userField,
		{
			displayName: 'Tasks',
			name: 'tasks',
			type: 'multiOptions',
			required: true,
			options: namedOptions(tasks),
			default: ['MANAGE'],
			description: "What the user may do. 'Manage' is for admins, 'Develop' for developers.",
		},
		optionsField([wabaField]),
	],
	request(parameters, account) {
		const chosen = parameters.choices('tasks');
		if (chosen.length === 0) {
			throw parameters.error('tasks', 'is empty', "Choose at least one, e.g. 'Manage'.");
		}
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/assigned_users`,
			on: 'waba',
			query: { user: readUser(parameters), tasks: JSON.stringify(chosen) },
			idempotent: true,
		};
	},
};

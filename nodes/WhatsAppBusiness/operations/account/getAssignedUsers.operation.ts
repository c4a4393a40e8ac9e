import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';
import { portfolioField, readPortfolio } from './portfolio';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-system-users#retrieve-assigned-users */
export const operation: Operation = {
	displayName: 'Get Assigned Users',
	action: 'Get the assigned users of an account',
	description:
		'List the people and system users of a business portfolio that may use a WhatsApp Business Account, with their tasks',
	fields: [portfolioField, ...listFields, optionsField([wabaField])],
	list: true,
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}/assigned_users`,
		on: 'waba',
		query: { business: readPortfolio(parameters) },
	}),
};

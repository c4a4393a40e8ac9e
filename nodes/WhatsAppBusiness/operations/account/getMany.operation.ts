import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { path } from '../../../graphApi/path';
import { accountFields } from './accountFields';
import { portfolioField, readPortfolio } from './portfolio';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-accounts */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many accounts',
	description:
		'List the WhatsApp Business Accounts that a business portfolio owns, or that its customers share with it',
	fields: [
		portfolioField,
		{
			displayName: 'Accounts',
			name: 'accounts',
			type: 'options',
			options: [
				{
					name: 'Owned',
					value: 'owned_whatsapp_business_accounts',
					description: 'Accounts that belong to the portfolio',
				},
				{
					name: 'Shared',
					value: 'client_whatsapp_business_accounts',
					description: 'Accounts of other businesses that share them with the portfolio',
				},
			],
			default: 'owned_whatsapp_business_accounts',
		},
		...listFields,
		optionsField([fieldChoice(accountFields)]),
	],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readPortfolio(parameters)}/${parameters.choice('accounts')}`,
		on: 'business',
		query: fieldsQuery(parameters),
	}),
};

import { path } from '../../../graphApi/path';
import { fieldsQuery } from '../../fields/fieldChoice';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import { groupFieldChoice } from './groupFieldChoice';

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/template_groups */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many template groups',
	description: 'Get the template groups of the account',
	fields: [...listFields, optionsField([groupFieldChoice, wabaField])],
	list: true,
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}/template_groups`,
		on: 'waba',
		query: fieldsQuery(parameters),
	}),
};

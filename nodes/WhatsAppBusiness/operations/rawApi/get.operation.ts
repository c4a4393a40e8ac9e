import type { Operation } from '../../operation';
import { fieldList, readFieldList } from '../../fields/fieldChoice';
import { returnAllField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { pathField, queryField, readRawRequest } from './rawRequest';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get anything from the API',
	description: 'Read any object or list of the Graph API',
	fields: [
		pathField,
		{
			...returnAllField,
			hint: 'If on, all pages of a list are fetched and each entry becomes an item. If off, the response is returned as it is.',
		},
		queryField,
		optionsField([fieldList]),
	],
	request(parameters, account) {
		return readRawRequest(parameters, account, 'GET', readFieldList(parameters));
	},
	list: (parameters) => parameters.boolean('returnAll'),
};

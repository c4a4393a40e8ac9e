import type { Operation } from '../../operation';
import { fieldList, readFieldList } from '../../fields/fieldChoice';
import { returnAllField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { hostOption, pathField, queryField, readRawRequest } from './rawRequest';
import { rawOutput, readResponseType, responseOptions } from './rawResponse';

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
		optionsField([fieldList, hostOption, ...responseOptions]),
	],
	request: (parameters, account) => ({
		...readRawRequest(parameters, account, 'GET', readFieldList(parameters)),
		responseType: readResponseType(parameters),
	}),
	// Only JSON has pages.
	list: (parameters) =>
		parameters.boolean('returnAll') && readResponseType(parameters) === undefined,
	finish: rawOutput,
};

import type { Operation } from '../../operation';
import { optionsField } from '../../sharedFields/options';
import { pathField, queryField, readRawRequest } from '../../sharedFields/rawRequest';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get anything from the API',
	description: 'Read any object or list of the Graph API',
	fields: [
		pathField,
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
			hint: 'On, every page of a list is fetched and each entry becomes an item; an object becomes one. Off, the answer comes as it is.',
		},
		queryField,
		optionsField([
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'string',
				default: '',
				placeholder: 'e.g. id,name,status',
				description:
					'Which fields to return, separated by commas. If empty, Meta returns its default fields.',
			},
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const fields = options.optionalText('fields')?.replace(/\s/g, '');
		return { method: 'GET', ...readRawRequest(parameters, account, fields) };
	},
	list: (parameters) => parameters.boolean('returnAll'),
};

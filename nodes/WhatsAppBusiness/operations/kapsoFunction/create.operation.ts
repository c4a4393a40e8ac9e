import type { INodeProperties } from 'n8n-workflow';

import { path } from '../../../graphApi/path';
import { codeField, readCode } from '../../fields/kapsoFunctions';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { functionFields, functionNameField, readFunction } from './functionFields';

/** What cannot be changed later. */
const creationFields: INodeProperties[] = [
	{
		displayName: 'Runtime',
		name: 'functionType',
		type: 'options',
		options: [
			{ name: 'Cloudflare Worker', value: 'cloudflare_worker' },
			{ name: 'Supabase Function', value: 'supabase_function' },
		],
		default: 'cloudflare_worker',
		description: 'Where the function runs',
	},
	{
		displayName: 'Slug',
		name: 'slug',
		type: 'string',
		default: '',
		placeholder: 'e.g. calculate-shipping',
		description: 'Short name for URLs. If empty, Kapso creates one from the name.',
	},
];

/** https://docs.kapso.ai/api/platform/v1/functions/functions/create-function */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso function',
	description: 'Create a function and store its code. It does not run until you deploy it.',
	fields: [
		{ ...functionNameField, required: true },
		codeField,
		optionsField([...functionFields, ...creationFields]),
	],
	request(parameters) {
		const options = parameters.group('options');
		return {
			method: 'POST',
			path: path`/functions`,
			...onPlatform,
			body: {
				function: {
					name: parameters.text(functionNameField.name).trim(),
					code: readCode(parameters),
					...readFunction(options),
					function_type: options.optionalChoice('functionType'),
					slug: options.optionalText('slug')?.trim(),
				},
			},
		};
	},
};

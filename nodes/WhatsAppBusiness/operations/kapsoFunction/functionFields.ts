import type { INodeProperties } from 'n8n-workflow';

import { uuidLocator } from '../../fields/kapsoIds';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** Read with `readUuid`. */
export const functionField: INodeProperties = uuidLocator({
	displayName: 'Function',
	name: 'function',
	required: true,
	searchListMethod: 'searchKapsoFunctions',
});

export const functionNameField: INodeProperties = {
	displayName: 'Name',
	name: 'functionName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Calculate shipping',
	description: 'Name of the function in Kapso',
};

/** What can be changed later, too. Read with `readFunction`. */
export const functionFields: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'functionDescription',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Shipping costs by weight',
		description: 'What the function is for',
	},
	{
		displayName: 'Public Endpoint',
		name: 'publicEndpoint',
		type: 'boolean',
		default: true,
		description: 'Whether anybody can call the URL of the function without an API key',
	},
	{
		displayName: 'Response Mode',
		name: 'invokeResponseMode',
		type: 'options',
		options: [
			{
				name: 'Passthrough',
				value: 'passthrough',
				description: 'Return the response of the function as it is',
			},
			{
				name: 'Wrapped',
				value: 'wrapped',
				description: "Return the response of the function under 'data', as older functions do",
			},
		],
		default: 'passthrough',
		description: 'How Kapso returns the response of the function',
	},
	{
		displayName: 'Runtime Configuration',
		name: 'runtimeConfig',
		type: 'json',
		default: '{}',
		description: 'How Kapso runs the function, such as { "timeout": 30, "memory": 128 }',
	},
];

/** @throws InputError for an invalid value. */
export function readFunction(given: Parameters): RequestBody {
	return {
		description: given.optionalText('functionDescription'),
		public_endpoint: given.optionalBoolean('publicEndpoint'),
		invoke_response_mode: given.optionalChoice('invokeResponseMode'),
		runtime_config: given.optionalJsonObject('runtimeConfig'),
	};
}

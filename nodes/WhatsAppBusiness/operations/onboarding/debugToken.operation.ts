import type { IDataObject } from 'n8n-workflow';

import { asObject } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { Operation } from '../../operation';

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-accounts#get-shared-waba-id-with-access-token
 * https://developers.facebook.com/docs/graph-api/reference/debug_token
 */
export const operation: Operation = {
	displayName: 'Debug Token',
	action: 'Debug an access token',
	description:
		'Get whether an access token of your app is valid, when it expires, and its permissions with the IDs of the accounts that it may use',
	fields: [
		{
			displayName: 'Token',
			name: 'inputToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. EAAFl…',
			description: 'The access token to look at, e.g. the one from Exchange Code',
		},
	],
	request(parameters) {
		const token = parameters.text('inputToken').trim();
		return {
			method: 'GET',
			path: path`/debug_token`,
			on: 'fixed',
			query: { input_token: token },
			secrets: [token],
		};
	},
	output: ({ data }) => asObject<IDataObject>(data),
};

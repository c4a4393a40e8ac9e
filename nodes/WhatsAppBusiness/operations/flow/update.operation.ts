import { checkChanges } from '../../fields/checkChanges';
import { flowIdField, readFlowId } from '../../fields/flow';
import type { Operation } from '../../operation';
import {
	endpointUriField,
	flowCategoriesField,
	flowNameField,
	readCategories,
	readEndpointUri,
} from './flowFields';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#updating */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a flow',
	description:
		'Change the name, the categories, the data endpoint or the connected Meta app of a Flow. Update JSON changes its screens.',
	fields: [
		flowIdField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Application ID',
					name: 'applicationId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 670843887433847',
					description: 'ID of the Meta app to connect to the Flow, which a data endpoint needs',
				},
				flowCategoriesField,
				endpointUriField,
				flowNameField,
			],
		},
	],
	request(parameters) {
		const id = readFlowId(parameters);
		const update = parameters.group('updateFields');
		const body = {
			name: update.hasValue('name') ? update.text('name').trim() : undefined,
			categories: update.hasValue('categories') ? readCategories(update) : undefined,
			endpoint_uri: readEndpointUri(update),
			application_id: update
				.optionalText('applicationId', {
					pattern: {
						regex: /^\s*\d+\s*$/,
						description: 'the ID of a Meta app, which has digits only',
					},
				})
				?.trim(),
		};
		checkChanges(parameters, 'updateFields', body);
		return { method: 'POST', path: path`/${id}`, on: 'flow', body };
	},
};

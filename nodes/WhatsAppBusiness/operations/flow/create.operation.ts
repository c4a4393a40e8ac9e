import { flowIdField, readFlowId } from '../../fields/flow';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import {
	endpointUriField,
	flowCategoriesField,
	flowNameField,
	readCategories,
	readEndpointUri,
} from './flowFields';
import { flowJsonField, withValidationText } from './flowJson';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#create */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a flow',
	description:
		'Create a Flow as a draft: empty, from Flow JSON or as a copy of another Flow. Can also publish it.',
	fields: [
		{ ...flowNameField, required: true },
		{ ...flowCategoriesField, required: true },
		optionsField([
			{
				...flowIdField,
				displayName: 'Clone Flow',
				name: 'cloneFlow',
				required: false,
				description: 'The Flow to copy the screens from, for example to change a published one',
			},
			endpointUriField,
			flowJsonField,
			{
				displayName: 'Publish',
				name: 'publish',
				type: 'boolean',
				default: false,
				description:
					'Whether to publish the Flow at once, which cannot be undone. It needs a Flow JSON without errors.',
			},
			wabaField,
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const flowJson = options.optionalJsonObject('flowJson') && options.jsonObjectText('flowJson');
		const publish = options.optionalBoolean('publish');
		if (publish && flowJson === undefined) {
			throw options.error(
				'publish',
				'needs a Flow JSON',
				"Add 'Flow JSON', or publish the Flow later with Publish.",
			);
		}
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/flows`,
			on: 'waba',
			body: {
				name: parameters.text('name').trim(),
				categories: readCategories(parameters),
				clone_flow_id: options.hasValue('cloneFlow') ? readFlowId(options, 'cloneFlow') : undefined,
				endpoint_uri: readEndpointUri(options),
				flow_json: flowJson,
				publish,
			},
		};
	},
	output: withValidationText,
};

import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** A template from Meta's library and its inputs. */
export const libraryFields: INodeProperties[] = [
	{
		displayName: 'Library Template Name',
		name: 'libraryTemplateName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. delivery_update_1',
		description:
			'Name in Meta\'s template library, as Get Library lists it. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library">More information</a>.',
	},
	{
		displayName: 'Button Inputs',
		name: 'libraryButtonInputs',
		type: 'json',
		default: '[]',
		description: 'JSON list with the URLs and phone numbers of the buttons',
	},
	{
		displayName: 'Body Inputs',
		name: 'libraryBodyInputs',
		type: 'json',
		default: '{}',
		description: 'JSON object that chooses the optional sentences of the body',
	},
];

/**
 * The library template as Meta takes it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 * @throws InputError when the name is missing or the JSON is invalid.
 */
export function readLibrary(parameters: Parameters): RequestBody {
	const buttonInputs = parameters.optionalJsonList('libraryButtonInputs') ?? [];
	return {
		library_template_name: parameters.text('libraryTemplateName').trim(),
		library_template_button_inputs: buttonInputs.length === 0 ? undefined : buttonInputs,
		library_template_body_inputs: parameters.optionalJsonObject('libraryBodyInputs'),
	};
}

import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** A template of Meta's library, with what it asks for. */
export const libraryFields: INodeProperties[] = [
	{
		displayName: 'Library Template Name',
		name: 'libraryTemplateName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. delivery_update_1',
		description:
			'Name in Meta\'s template library. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library">More information</a>.',
	},
	{
		displayName: 'Button Inputs',
		name: 'libraryButtonInputs',
		type: 'json',
		default: '[]',
		description: 'JSON list with the addresses and phone numbers of the buttons',
	},
	{
		displayName: 'Body Inputs',
		name: 'libraryBodyInputs',
		type: 'json',
		default: '{}',
		description: 'JSON object that says which optional sentences the body has',
	},
];

/**
 * The template of the library in Meta's words.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 * @throws InputError when the name is missing or the JSON has another form than Meta's.
 */
export function readLibrary(parameters: Parameters): RequestBody {
	const buttonInputs = parameters.optionalJsonList('libraryButtonInputs') ?? [];
	return {
		library_template_name: parameters.text('libraryTemplateName').trim(),
		library_template_button_inputs: buttonInputs.length === 0 ? undefined : buttonInputs,
		library_template_body_inputs: parameters.optionalJsonObject('libraryBodyInputs'),
	};
}

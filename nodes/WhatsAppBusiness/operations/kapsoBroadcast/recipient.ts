import type { INodeProperties } from 'n8n-workflow';

import { isUserId } from '../../../shared/userId';
import { personField, readPerson } from '../../fields/person';
import { optionsField } from '../../fields/options';
import {
	componentFields,
	componentOptions,
	readComponents,
	specifyValuesField,
} from '../../fields/templateValues/components';
import { templateChoiceFields } from '../../fields/templateValues/templateChoice';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { holdsPlaceholder } from '../../placeholder';

/** Who gets the template. Read with `readRecipient`. */
export const recipientField: INodeProperties = {
	...personField,
	required: true,
	description: 'Phone number with country code, in any common format',
};

const ofBroadcast = {
	hint: 'The template of the broadcast, to fill in its values. Without variables, leave it empty.',
	description: 'Kapso sends the template of the broadcast, whatever is chosen here',
};

/** The template, which the broadcast has already: only to see which values it needs. */
export const templateFields: INodeProperties[] = templateChoiceFields.map((field) => ({
	...field,
	...(field.name === 'template' && ofBroadcast),
	required: false,
	displayOptions: { ...field.displayOptions, show: { [specifyValuesField.name]: ['template'] } },
}));

/** What the values for a template are read as. */
const valueFields: INodeProperties[] = [...componentFields, optionsField(componentOptions)];

/**
 * A recipient as Kapso takes it, with the values of the template.
 * https://docs.kapso.ai/docs/platform/broadcasts-api
 * @throws InputError for anything but a phone number, for an invalid value, and for a file that would have to be uploaded.
 */
export function readRecipient(parameters: Parameters): RequestBody {
	const phone_number = readPerson(parameters);
	if (isUserId(phone_number)) {
		throw parameters
			.error(
				recipientField.name,
				'is a user ID',
				"Kapso sends broadcasts to phone numbers only. To reach a user ID, use 'Message: Send Template'.",
			)
			.with(phone_number);
	}
	const components = hasValues(parameters)
		? readComponents(parameters.forOperation(valueFields))
		: undefined;
	if (holdsPlaceholder(components)) {
		throw parameters.error(
			specifyValuesField.name,
			'uses a binary file',
			'Kapso does not accept binary files in a broadcast. Use a public URL or a media ID for the header.',
		);
	}
	return { phone_number, components };
}

/** Without a template, the field for its values is not shown. */
function hasValues(parameters: Parameters): boolean {
	return (
		parameters.choice(specifyValuesField.name) !== 'template' ||
		parameters.optionalLocator('template') !== undefined
	);
}

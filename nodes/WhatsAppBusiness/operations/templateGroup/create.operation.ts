import { path } from '../../../graphApi/path';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import {
	descriptionField,
	memberIdsField,
	nameField,
	nameRule,
	readDescription,
	readMembers,
} from './templateGroup';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#create-a-template-group */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a template group',
	description: 'Put templates into a new group, to follow their figures together',
	fields: [
		{ ...nameField, required: true },
		memberIdsField,
		optionsField([descriptionField, wabaField]),
	],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readWaba(parameters, account)}/template_groups`,
		on: 'waba',
		body: {
			name: parameters.text(nameField.name, nameRule).trim(),
			description: readDescription(parameters.group('options')),
			whatsapp_business_templates: readMembers(parameters, memberIdsField.name, 1),
		},
	}),
};

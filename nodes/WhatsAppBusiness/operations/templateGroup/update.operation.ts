import { path } from '../../../graphApi/path';
import { checkChanges } from '../../fields/checkChanges';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import {
	descriptionField,
	memberIdsField,
	nameField,
	nameRule,
	readDescription,
	readMembers,
	readTemplateGroupId,
	templateGroupField,
} from './templateGroup';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#update-a-template-group */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a template group',
	description:
		'Change the name, the description or the templates of a group. Its figures keep what a removed template has contributed.',
	fields: [
		templateGroupField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...memberIdsField,
					displayName: 'Add Templates',
					name: 'addTemplateIds',
					required: false,
				},
				descriptionField,
				nameField,
				{
					...memberIdsField,
					displayName: 'Remove Templates',
					name: 'removeTemplateIds',
					required: false,
					description: 'IDs of the templates, separated by commas. The templates are not deleted.',
				},
			],
		},
	],
	request(parameters) {
		const changes = parameters.group('updateFields');
		const body = {
			name: changes.optionalText(nameField.name, nameRule)?.trim(),
			description: readDescription(changes),
			add_templates: readOptionalMembers(changes, 'addTemplateIds'),
			remove_templates: readOptionalMembers(changes, 'removeTemplateIds'),
		};
		checkChanges(parameters, 'updateFields', body);
		return {
			method: 'POST',
			path: path`/${readTemplateGroupId(parameters)}`,
			on: 'templateGroup',
			body,
		};
	},
};

function readOptionalMembers(changes: Parameters, name: string) {
	const ids = readMembers(changes, name, 0);
	return ids.length === 0 ? undefined : ids;
}

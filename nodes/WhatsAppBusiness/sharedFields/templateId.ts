import type { INodeProperties } from 'n8n-workflow';

import { pathSegment } from '../../graphApi/safePath';
import type { Parameters } from '../parameters';

/** A template in one language, from the list or by its ID; `readTemplateId` reads it. */
export const templateIdField: INodeProperties = {
	displayName: 'Template',
	name: 'templateId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The template, in one language',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a template…',
			typeOptions: { searchListMethod: 'searchTemplateIds', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1689556908129832',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^[0-9]+$', errorMessage: 'A template ID has digits only' },
				},
			],
		},
	],
};

/**
 * The ID of a template, ready for a path.
 * @param name of the field, when it is not `templateIdField` itself.
 * @throws InputError when none is given or it is not an ID.
 */
export function readTemplateId(parameters: Parameters, name = templateIdField.name): string {
	const id = parameters.optionalLocator(name);
	if (id === undefined) {
		throw parameters.error(name, 'is empty', 'Select a template, or enter its ID.');
	}
	if (!/^\d+$/.test(id)) {
		throw parameters.error(
			name,
			'is not the ID of a template',
			"An ID has digits only. 'Template: Get Many' gives the ID of each template.",
		);
	}
	return pathSegment(id);
}

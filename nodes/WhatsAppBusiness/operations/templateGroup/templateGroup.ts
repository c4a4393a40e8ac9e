import type { INodeProperties } from 'n8n-workflow';

import { idLocator } from '../../../shared/idLocator';
import { limits } from '../../../shared/limits';
import { readId } from '../../fields/readId';
import { readTemplateIds, templateIdsField } from '../../fields/templateIds';
import type { Parameters } from '../../parameters/parameters';

/** A group from the list or by ID. Read with `readTemplateGroupId`. */
export const templateGroupField = idLocator({
	displayName: 'Template Group',
	name: 'templateGroup',
	required: true,
	searchListMethod: 'searchTemplateGroups',
	exampleId: '9020555671393375',
});

/** @throws InputError when the field is empty or the ID is invalid. */
export function readTemplateGroupId(parameters: Parameters): string {
	return readId(parameters, templateGroupField.name, {
		what: 'the ID of a template group',
		where: "Get the ID with 'Template Group: Get Many'.",
	});
}

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'groupName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Black Friday 2026',
	description: `Name that no other group has, at most ${limits.templateGroupName} characters`,
};

export const descriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Offers of the autumn sale',
	description: `What the templates are for, at most ${limits.templateGroupDescription} characters`,
};

/** A template is in one group at most. */
export const memberIdsField: INodeProperties = {
	...templateIdsField,
	description: 'IDs of the templates, separated by commas. A template can be in one group only.',
};

export const nameRule = { maxLength: limits.templateGroupName };

/** @throws InputError when it is too long. */
export function readDescription(parameters: Parameters): string | undefined {
	return parameters.optionalText(descriptionField.name, {
		maxLength: limits.templateGroupDescription,
	});
}

/**
 * IDs of templates as Meta takes them here: as numbers, but for those that no number can hold exactly.
 * @throws InputError when there are too few, or one is invalid.
 */
export function readMembers(
	parameters: Parameters,
	name: string,
	min: number,
): Array<number | string> {
	return readTemplateIds(parameters, name, { min }).map((id) =>
		Number.isSafeInteger(Number(id)) ? Number(id) : id,
	);
}

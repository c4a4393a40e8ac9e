import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';

/** The group an operation works on. Read with `readGroupId`. */
export const groupField: INodeProperties = {
	displayName: 'Group',
	name: 'group',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: "The group. The list shows the groups of the credential's number.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchGroups', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. Y2FwaV9ncm91cDox',
			hint: 'Get it from Get Many or from a group webhook',
		},
	],
};

/**
 * The ID of the chosen group.
 * @param name of the field, if not that of `groupField`.
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readGroupId(parameters: Parameters, name = groupField.name): string {
	const group = parameters.optionalLocator(name);
	if (group === undefined) {
		throw parameters.error(name, 'is empty', 'Choose one, or enter its ID.');
	}
	if (/[\s/]/.test(group)) {
		throw parameters.error(
			name,
			'is not a group ID',
			'Copy the ID from Get Many or from a group webhook. It is neither the name nor the invite link.',
		);
	}
	return group;
}

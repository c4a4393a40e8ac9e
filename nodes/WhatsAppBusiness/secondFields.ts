import type { INodeProperties } from 'n8n-workflow';

import type { FieldsOfChoice } from './mergedFields';

/**
 * Second fields with the names that conditions use. In conditions, n8n counts the value of a field that does not show,
 * unless another field has the same name. These never show: they only take care that such a value does not count.
 * @param lists the fields of every choice, from which `properties` were merged.
 */
export function secondFields(
	properties: readonly INodeProperties[],
	lists: readonly FieldsOfChoice[],
): INodeProperties[] {
	const inConditions = new Set(
		lists.flatMap(([choices, fields]) => [
			...Object.keys(choices),
			...namesOnlyInConditions(fields),
		]),
	);
	const isOnly = (name: string) => properties.filter((field) => field.name === name).length === 1;
	return [...inConditions].filter(isOnly).map((name) => ({
		displayName: name,
		name,
		type: 'hidden',
		default: '',
		displayOptions: { show: { '@version': [-1] } },
	}));
}

/** The fields that conditions name, but that are not in the list. */
function namesOnlyInConditions(fields: readonly INodeProperties[]): string[] {
	const names = new Set(fields.map(({ name }) => name));
	return fields
		.flatMap(pathsInConditions)
		.map(fieldOf)
		.filter((name) => !names.has(name));
}

function pathsInConditions({ displayOptions, type, options }: INodeProperties): string[] {
	const { show, hide } = displayOptions ?? {};
	const inner = type === 'collection' ? (options as INodeProperties[]) : [];
	return [
		...Object.keys({ ...show, ...hide }),
		...inner.flatMap(pathsInConditions).filter((path) => path.startsWith('/')),
	];
}

/** The name of the field to which a path leads, such as `/template.mode`. */
function fieldOf(path: string): string {
	return path.split(/[/.]/).find((name) => name !== '') ?? path;
}

import type { INodeProperties } from 'n8n-workflow';

import type { FieldsOfChoice } from './mergedFields';

/**
 * The second fields of those that others depend on where they do not show. n8n lets the value of a hidden field count in
 * conditions if it is the only field with its name. Here, what does not show has no value: a second field, which never
 * shows, sees to that.
 * @param lists of all choices there are, of which `properties` are put together.
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

/** The fields that others have conditions on, but that are not there. */
function namesOnlyInConditions(fields: readonly INodeProperties[]): string[] {
	const names = new Set(fields.map(({ name }) => name));
	return fields.flatMap(namesInConditions).filter((name) => !names.has(name));
}

function namesInConditions({ displayOptions, type, options }: INodeProperties): string[] {
	const { show, hide } = displayOptions ?? {};
	const inner = type === 'collection' ? (options as INodeProperties[]) : [];
	return [
		...Object.keys({ ...show, ...hide }),
		...inner
			.flatMap(namesInConditions)
			.filter((name) => name.startsWith('/'))
			.map((name) => name.slice(1)),
	];
}

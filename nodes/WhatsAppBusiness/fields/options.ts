import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Sorts the fields of a collection by display name, as n8n's guidelines ask. */
export function alphabetical(fields: readonly INodeProperties[]): INodeProperties[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/**
 * The 'Add Option' collection. Read with `parameters.group('options')`.
 * @param rare options that hardly anyone needs: they stand last.
 */
export function optionsField(
	options: INodeProperties[],
	rare: INodeProperties[] = [],
): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...alphabetical(options), ...alphabetical(rare)],
	};
}

/** The choices of a field in alphabetical order, from the display name of each value. */
export function namedOptions(names: Readonly<Record<string, string>>): INodePropertyOptions[] {
	return Object.entries(names)
		.map(([value, name]) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The fields of a collection in the order that the editor's guidelines ask for. */
export function alphabetical(fields: readonly INodeProperties[]): INodeProperties[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/** The 'Add Option' collection with the given options. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: alphabetical(options),
	};
}

/** The options of a field in alphabetical order, from what the editor shows for each value. */
export function namedOptions(names: Readonly<Record<string, string>>): INodePropertyOptions[] {
	return Object.entries(names)
		.map(([value, name]) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

import type { INodeProperties } from 'n8n-workflow';

/** The 'Add Option' collection with the given options, in alphabetical order as the editor's guidelines ask. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

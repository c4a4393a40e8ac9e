import { join } from 'node:path';

/** Where n8n looks for the output schemas of a node: next to the node, by its version. */
export const schemaFolder = join(
	__dirname,
	'..',
	'nodes',
	'WhatsAppBusiness',
	'__schema__',
	'v1.0.0',
);

export function schemaFile(resource: string, operation: string): string {
	return join(schemaFolder, resource, `${operation}.json`);
}

/** Resources whose output depends on the request. */
export const unpredictable = ['rawApi'];

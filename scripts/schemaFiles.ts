import { join } from 'node:path';

/** Where n8n looks for what the operations of a node put out: beside the node, by its version. */
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

/** Resources whose output depends on what is asked for. */
export const unpredictable = ['rawApi'];

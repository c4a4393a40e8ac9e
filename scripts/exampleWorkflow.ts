import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential, WorkflowDefinition } from './n8n/client';
import { actionNodeType, credentialOf, toolNodeType, triggerNodeType } from './workflows';

const folder = join(__dirname, '..', 'examples');
const extension = '.json';

/** Names of the example workflows: their files without the extension. */
export function exampleNames(): string[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith(extension))
		.map((file) => file.slice(0, -extension.length))
		.sort();
}

/** An example workflow with a credential in every node of this package. */
export function exampleWorkflow(name: string, credential: Credential): WorkflowDefinition {
	const text = readFileSync(join(folder, name + extension), 'utf8');
	const definition = JSON.parse(text) as WorkflowDefinition;
	const ours = [actionNodeType, toolNodeType, triggerNodeType];
	return {
		...definition,
		nodes: definition.nodes.map((node) =>
			ours.includes(node.type) ? { ...node, credentials: credentialOf(credential) } : node,
		),
	};
}

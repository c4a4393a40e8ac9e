import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import type { Credential, WorkflowDefinition } from '../n8n/client';
import { actionNodeType, credentialOf, triggerNodeType } from '../workflows';

const file = join(__dirname, '..', '..', 'examples', 'two-way-conversation.json');

/** The example workflow with a credential in every node that wants one. */
export function exampleWorkflow(credential: Credential): WorkflowDefinition {
	const definition = JSON.parse(readFileSync(file, 'utf8')) as WorkflowDefinition;
	const ours = [actionNodeType, triggerNodeType];
	return {
		...definition,
		nodes: definition.nodes.map((node) =>
			ours.includes(node.type) ? { ...node, credentials: credentialOf(credential) } : node,
		),
	};
}

/** Titles of the buttons the example workflow sends, in their order. */
export function buttonTitles({ nodes }: WorkflowDefinition): string[] {
	const buttons = nodes.flatMap(({ parameters }) => {
		const list = parameters.buttons as { button?: INodeParameters[] } | undefined;
		return list?.button ?? [];
	});
	return buttons.map(({ title }) => String(title));
}

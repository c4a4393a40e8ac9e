import type { INodeParameters } from 'n8n-workflow';
import { exampleWorkflow } from '../exampleWorkflow';
import type { Credential, WorkflowDefinition } from '../n8n/client';

/** The example workflow of the demo. */
export function demoWorkflow(credential: Credential): WorkflowDefinition {
	return exampleWorkflow('two-way-conversation', credential);
}

/** Titles of the buttons the example workflow sends, in their order. */
export function buttonTitles({ nodes }: WorkflowDefinition): string[] {
	const buttons = nodes.flatMap(({ parameters }) => {
		const list = parameters.buttons as { button?: INodeParameters[] } | undefined;
		return list?.button ?? [];
	});
	return buttons.map(({ title }) => title as string);
}

import type { INodeParameters } from 'n8n-workflow';
import type { SavedWorkflow, WorkflowDefinition } from '../../../scripts/n8n/client';
import { credentialOf, node, to, triggerNodeType } from '../../../scripts/workflows';
import { world } from './world';

export const triggerName = 'WhatsApp';

/** A workflow that begins with the trigger and does next to nothing. */
export function triggerWorkflow(name: string, parameters: INodeParameters): WorkflowDefinition {
	return {
		name,
		nodes: [
			{
				...node(triggerName, triggerNodeType, parameters, [0, 0]),
				webhookId: `e2e-${name.toLowerCase().replace(/\W+/g, '-')}`,
				credentials: credentialOf(world.credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [200, 0]),
		],
		connections: { [triggerName]: to('Nothing') },
	};
}

/** Saves a workflow and activates it. */
export async function publish(definition: WorkflowDefinition): Promise<SavedWorkflow> {
	const workflow = await world.n8n.createWorkflow(definition);
	await world.n8n.activateWorkflow(workflow);
	return workflow;
}

/** The webhook override of the first number. */
export function overrideUrl(): string | undefined {
	return world.simulator.state.phoneNumbers[0]?.override?.url;
}

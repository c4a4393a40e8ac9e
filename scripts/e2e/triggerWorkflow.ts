import type { INodeParameters } from 'n8n-workflow';
import { credentialOf, node, to, triggerNodeType } from '../workflows';
import type { WorkflowDefinition } from '../n8n/client';
import type { World } from './world';

export const triggerName = 'WhatsApp';

/** A workflow that begins with the trigger and does next to nothing. */
export function triggerWorkflow(
	{ credential }: Pick<World, 'credential'>,
	name: string,
	parameters: INodeParameters,
): WorkflowDefinition {
	return {
		name,
		nodes: [
			{
				...node(triggerName, triggerNodeType, parameters, [0, 0]),
				webhookId: `e2e-${name.toLowerCase().replace(/\W+/g, '-')}`,
				credentials: credentialOf(credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [200, 0]),
		],
		connections: { [triggerName]: to('Nothing') },
	};
}

/** The address of its own that the first number has for its webhooks. */
export function overrideUrl({ simulator }: Pick<World, 'simulator'>): string | undefined {
	return simulator.state.phoneNumbers[0]?.override?.url;
}

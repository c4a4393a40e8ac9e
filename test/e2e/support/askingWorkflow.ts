import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../scripts/n8n/client';
import { actionNodeType, credentialOf, node, to } from '../../../scripts/workflows';
import { world } from './world';

/** A workflow that asks somebody whenever its webhook is called. The path is its name as well. */
export function askingWorkflow(path: string, parameters: INodeParameters): WorkflowDefinition {
	return {
		name: path,
		nodes: [
			{
				...node('Order', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path }, [0, 0]),
				typeVersion: 2,
				webhookId: path,
			},
			{
				...node(
					'Ask',
					actionNodeType,
					{ resource: 'message', operation: 'sendAndWait', ...parameters },
					[200, 0],
				),
				credentials: credentialOf(world.credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [400, 0]),
		],
		connections: { Order: to('Ask'), Ask: to('Nothing') },
	};
}

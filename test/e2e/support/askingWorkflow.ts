import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../scripts/n8n/client';
import { actionNodeType, credentialOf, node, to } from '../../../scripts/workflows';
import { world } from './world';

/**
 * A workflow that asks somebody whenever its webhook is called. What leaves by an error output goes to 'Failed'.
 * @param path its name as well.
 * @param settings of the node that asks.
 */
export function askingWorkflow(
	path: string,
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): WorkflowDefinition {
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
				...settings,
				credentials: credentialOf(world.credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [400, 0]),
			node('Failed', 'n8n-nodes-base.noOp', {}, [400, 200]),
		],
		connections: {
			Order: to('Ask'),
			Ask: { main: [...(to('Nothing').main ?? []), ...(to('Failed').main ?? [])] },
		},
	};
}

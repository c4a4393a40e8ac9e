import type { INodeParameters } from 'n8n-workflow';
import type { Credential, WorkflowDefinition } from '../n8n/client';
import { actionNodeType, credentialOf, node, to } from '../workflows';

/** A workflow that asks somebody whenever its webhook is called. The path is its name as well. */
export function askingWorkflow(
	path: string,
	credential: Credential,
	parameters: INodeParameters,
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
				credentials: credentialOf(credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [400, 0]),
		],
		connections: { Order: to('Ask'), Ask: to('Nothing') },
	};
}

import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { name as packageName } from '../package.json';
import type { Credential, PinnedItem, WorkflowDefinition } from './n8n/client';

export const actionNodeType = `${packageName}.whatsAppBusiness`;
/** What n8n makes of the action node as the tool of an agent. */
export const toolNodeType = `${actionNodeType}Tool`;
export const triggerNodeType = `${packageName}.whatsAppBusinessTrigger`;
/** The version that n8n gives a new trigger. */
export const triggerVersion = 2;
export const credentialType = 'whatsAppBusinessApi';

/** Name of the trigger of workflows that are run by hand. */
export const startName = 'Start';

/** Name of the WhatsApp Business node in those workflows. */
export const actionName = 'WhatsApp Business';

export interface ActionRun {
	parameters: INodeParameters;
	/** The input items of the node. */
	items: PinnedItem[];
	nodeSettings?: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>>;
	/** Time zone of the workflow; n8n's default when left out. */
	timezone?: string;
}

/** A manual workflow: its trigger passes the items to one WhatsApp Business node. */
export function actionWorkflow(
	name: string,
	credential: Credential,
	{ parameters, items, nodeSettings, timezone }: ActionRun,
): WorkflowDefinition {
	return {
		name,
		nodes: [
			node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]),
			{
				...node(actionName, actionNodeType, parameters, [200, 0]),
				...nodeSettings,
				credentials: credentialOf(credential),
			},
		],
		connections: { [startName]: to(actionName) },
		pinData: { [startName]: items },
		settings: { executionOrder: 'v1', ...(timezone && { timezone }) },
	};
}

/** A node of a workflow; its ID is its name. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	position: [number, number],
): INode {
	const typeVersion = type === triggerNodeType ? triggerVersion : 1;
	return { id: name, name, type, typeVersion, position, parameters };
}

/** A node's reference to a credential. */
export function credentialOf({ id, name }: Credential): NonNullable<INode['credentials']> {
	return { [credentialType]: { id, name } };
}

/** Connections from a node's first output. */
export function to(...names: string[]): IConnections[string] {
	return { main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))] };
}

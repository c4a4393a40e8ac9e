import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { name as packageName } from '../package.json';
import type { Credential, PinnedItem, WorkflowDefinition } from './n8n/client';

export const actionNodeType = `${packageName}.whatsAppBusiness`;
export const triggerNodeType = `${packageName}.whatsAppBusinessTrigger`;
export const credentialType = 'whatsAppBusinessApi';

/** Name of the trigger of workflows that are run by hand. */
export const startName = 'Start';

export interface Branch {
	/** Name of the node, unique in the workflow. */
	name: string;
	parameters: INodeParameters;
	/** What comes into the node. */
	items: PinnedItem[];
	settings?: Partial<Pick<INode, 'onError'>>;
}

/** A workflow run by hand in which each branch is one WhatsApp Business node with items of its own. */
export function branchesWorkflow(
	name: string,
	credential: Credential,
	branches: Branch[],
): WorkflowDefinition {
	const start = node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]);
	const inputName = (branch: Branch) => `Items of ${branch.name}`;
	const nodes = branches.flatMap((branch, index) => [
		node(inputName(branch), 'n8n-nodes-base.noOp', {}, [200, index * 200]),
		{
			...node(branch.name, actionNodeType, branch.parameters, [400, index * 200]),
			...branch.settings,
			credentials: credentialOf(credential),
		},
	]);
	const connections: IConnections = { [startName]: to(...branches.map(inputName)) };
	for (const branch of branches) connections[inputName(branch)] = to(branch.name);
	return {
		name,
		nodes: [start, ...nodes],
		connections,
		pinData: Object.fromEntries(branches.map((branch) => [inputName(branch), branch.items])),
	};
}

/** A node of a workflow; its ID is its name. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	position: [number, number],
): INode {
	return { id: name, name, type, typeVersion: 1, position, parameters };
}

/** What a node holds to use a credential. */
export function credentialOf({ id, name }: Credential): NonNullable<INode['credentials']> {
	return { [credentialType]: { id, name } };
}

/** Connections from a node's first output. */
export function to(...names: string[]): IConnections[string] {
	return { main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))] };
}

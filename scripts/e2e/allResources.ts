import type { INode } from 'n8n-workflow';
import { resources } from '../../nodes/WhatsAppBusiness/operationList';
import { caseList } from '../../test/cases/caseList';
import { workflowTimezone } from '../../test/cases/requestCase';
import { aboutRealMessages } from '../../test/support/realMessages';
import { errorMessage, outputItems, type PinnedItem } from '../n8n/client';
import { actionNodeType, credentialOf, node, startName, to } from '../workflows';
import type { World } from './world';

/** One workflow with an operation of every resource, run from its start to its end. */
export async function checkAllResources(world: World): Promise<void> {
	const { checks, n8n, simulator } = world;
	await checks.check('one workflow walks through all resources', async () => {
		await simulator.reset({ keepCallbacks: true });
		const { nodes, binary } = await oneOfEach(world);
		const names = nodes.map(({ name }) => name);
		// Each node passes on to the next; the items it gets are only its start.
		const connections = Object.fromEntries(
			[startName, ...names].slice(0, -1).map((name, index) => [name, to(names[index] ?? '')]),
		);
		const workflow = await n8n.createWorkflow({
			name: 'All resources',
			nodes: [node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]), ...nodes],
			connections,
			pinData: { [startName]: [{ json: {}, binary }] },
			settings: { executionOrder: 'v1', timezone: workflowTimezone },
		});
		const execution = await n8n.runWorkflow(workflow, startName);
		await n8n.deleteWorkflow(workflow);
		if (execution.status !== 'success') throw new Error(errorMessage(execution));
		const silent = names.filter((name) => outputItems(execution, name).length === 0);
		if (silent.length > 0) throw new Error(`These put out nothing: ${silent.join(', ')}.`);
	});
}

async function oneOfEach({ simulator, credential }: World) {
	const withFiles: INode[] = [];
	const withoutFiles: INode[] = [];
	let binary: PinnedItem['binary'];
	for (const [index, { resource, displayName, defaultOperation }] of resources.entries()) {
		const listed = caseList.find(
			({ operation }) =>
				operation.resource === resource && operation.operation === defaultOperation,
		);
		const smallest = listed?.cases.find(({ name }) => name === 'smallest');
		if (!smallest) throw new Error(`${displayName}: ${defaultOperation} has no smallest case.`);
		const { parameters, binary: files } = await aboutRealMessages(simulator, smallest);
		binary = { ...binary, ...files };
		// What needs a file comes first: the items a node puts out no longer hold it.
		(files ? withFiles : withoutFiles).push({
			...node(
				displayName,
				actionNodeType,
				{ resource, operation: defaultOperation, ...parameters },
				[(index + 1) * 200, 0],
			),
			executeOnce: true,
			alwaysOutputData: true,
			credentials: credentialOf(credential),
		});
	}
	return { nodes: [...withFiles, ...withoutFiles], binary };
}

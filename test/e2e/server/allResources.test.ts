import type { INode } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsAppBusiness/operationList';
import { outputItems, type PinnedItem } from '../../../scripts/n8n/client';
import { actionNodeType, credentialOf, node, startName, to } from '../../../scripts/workflows';
import { caseList } from '../../cases/caseList';
import { workflowTimezone } from '../../cases/requestCase';
import { aboutRealObjects } from '../../support/realObjects';
import { credentialOfCase } from '../support/credentialOfCase';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

describe('One workflow with an operation of every resource', () => {
	test('runs from its start to its end', async () => {
		const { n8n } = world;
		const { nodes, binary } = await oneOfEach();
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
		expectSuccess(execution);
		const withoutOutput = names.filter((name) => outputItems(execution, name).length === 0);
		expect(withoutOutput).toEqual([]);
	});
});

async function oneOfEach() {
	const { simulator, credential } = world;
	const withFiles: INode[] = [];
	const withoutFiles: INode[] = [];
	let binary: PinnedItem['binary'];
	for (const [index, { resource, displayName, defaultOperation }] of resources.entries()) {
		const listed = caseList.find(
			({ operation }) =>
				operation.resource === resource && operation.operation === defaultOperation,
		);
		const isSmallest = ({ name }: { name: string }) => name === 'smallest';
		const smallest = listed?.cases.find(isSmallest);
		const played = smallest && (await aboutRealObjects(simulator, smallest));
		const { parameters } = played ?? listed?.recalled?.find(isSmallest) ?? {};
		if (!parameters) throw new Error(`${displayName}: ${defaultOperation} has no smallest case.`);
		const files = played?.binary;
		binary = { ...binary, ...files };
		// Nodes that need a file come first: the items that a node puts out no longer hold it.
		(files ? withFiles : withoutFiles).push({
			...node(
				displayName,
				actionNodeType,
				{ resource, operation: defaultOperation, ...parameters },
				[(index + 1) * 200, 0],
			),
			executeOnce: true,
			alwaysOutputData: true,
			credentials: credentialOf(smallest ? await credentialOfCase(smallest) : credential),
		});
	}
	return { nodes: [...withFiles, ...withoutFiles], binary };
}

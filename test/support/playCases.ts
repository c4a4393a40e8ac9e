import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { playedCases } from '../cases/caseList';
import type { caseList } from '../cases/caseList';
import { credentialFor } from './credential';
import { runNode } from './engine';
import { aboutRealMessages } from './realMessages';
import { recall } from './recall';

/** All outputs of an operation in its cases, including computed ones and replies of people. */
export async function outputsOf(
	node: INodeType,
	simulator: Simulator,
	listed: (typeof caseList)[number],
): Promise<IDataObject[]> {
	const { operation, computed = [], recalled = [], replied } = listed;
	if (replied) return replied;
	const played = await playCases(node, simulator, listed);
	const states = await Promise.all(recalled.map((recorded) => recall(operation, recorded)));
	return [
		...played.map(({ json }) => json),
		...computed.map(({ output }) => output),
		...states.flat().map((state) => ({ ...state })),
	];
}

/** Runs the cases of an operation in n8n's engine, each with the seeded business, and returns their items. */
async function playCases(
	node: INodeType,
	simulator: Simulator,
	{ operation, cases }: Pick<(typeof caseList)[number], 'operation' | 'cases'>,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const recorded of playedCases(cases)) {
		await simulator.reset();
		const { parameters, binary } = await aboutRealMessages(simulator, recorded);
		const { outputs, error } = await runNode({
			node,
			parameters: { resource: operation.resource, operation: operation.operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {}, binary }],
		});
		if (error) throw new Error(`${operation.displayName}, ${recorded.name}: ${error.message}`);
		items.push(...(outputs[0] ?? []));
	}
	return items;
}

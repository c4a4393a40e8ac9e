import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { playedCases } from '../cases/caseList';
import type { caseList } from '../cases/caseList';
import { credentialFor } from './credential';
import { runNode } from './engine';
import { aboutRealMessages } from './realMessages';

/** Everything an operation puts out in its cases: with the responses of Meta, as computed, or as people reply. */
export async function outputsOf(
	node: INodeType,
	simulator: Simulator,
	listed: (typeof caseList)[number],
): Promise<IDataObject[]> {
	const { computed = [], replied } = listed;
	if (replied) return replied;
	const played = await playCases(node, simulator, listed);
	return [...played.map(({ json }) => json), ...computed.map(({ output }) => output)];
}

/** Plays the cases of an operation in n8n's engine, each in a business as seeded; gives their items. */
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

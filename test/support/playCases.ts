import type { INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import type { caseList } from '../cases/caseList';
import { credentialFor } from './credential';
import { runNode } from './engine';
import { aboutRealMessages } from './realMessages';

/** Plays an operation's `smallest` and `fullest` in n8n's engine, each in a business as seeded; gives their items. */
export async function playCases(
	node: INodeType,
	simulator: Simulator,
	{ operation, cases }: Pick<(typeof caseList)[number], 'operation' | 'cases'>,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const name of ['smallest', 'fullest']) {
		const recorded = cases.find((candidate) => candidate.name === name);
		if (!recorded) continue;
		await simulator.reset();
		const { parameters, binary } = await aboutRealMessages(simulator, recorded);
		const { outputs, error } = await runNode({
			node,
			parameters: { resource: operation.resource, operation: operation.operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {}, binary }],
		});
		if (error) throw new Error(`${operation.displayName}, ${name}: ${error.message}`);
		items.push(...(outputs[0] ?? []));
	}
	return items;
}

import type { IDataObject, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { ifWindowClosedField } from '../../nodes/WhatsAppBusiness/operations/message/windowClosed';
import { playedCases } from '../cases/caseList';
import type { caseList } from '../cases/caseList';
import { credentialOf } from './credential';
import { runNode } from './engine';
import { aboutRealObjects } from './realObjects';
import { recall } from './recall';

type Listed = (typeof caseList)[number];

/** All outputs of an operation in its cases, including computed ones and replies of people. */
export async function outputsOf(
	node: INodeType,
	simulator: Simulator,
	listed: Listed,
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

/** Adds a key of its own and a template for a closed window to a message, so that its output has all fields that there can be. */
function wholeOutput(
	{ sendsMessages, operation, fields }: Listed['operation'],
	{ options }: INodeParameters,
): INodeParameters {
	if (!sendsMessages) return {};
	const keyed = { ...(options as INodeParameters | undefined), sendOnceKey: operation };
	if (!fields.some(({ name }) => name === ifWindowClosedField.name)) return { options: keyed };
	const template = { __rl: true, mode: 'list', value: 'hello_world|en_US' };
	return { options: keyed, [ifWindowClosedField.name]: 'template', template };
}

/** Runs the cases of an operation in n8n's engine, each with the seeded business, and returns their items. */
async function playCases(
	node: INodeType,
	simulator: Simulator,
	{ operation, cases }: Pick<Listed, 'operation' | 'cases'>,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const [index, recorded] of playedCases(cases).entries()) {
		const isFirst = index === 0;
		await simulator.reset();
		const { parameters, binary } = await aboutRealObjects(simulator, recorded);
		const { outputs, error } = await runNode({
			node,
			parameters: {
				resource: operation.resource,
				operation: operation.operation,
				...parameters,
				...(isFirst && wholeOutput(operation, parameters)),
			},
			credential: credentialOf(recorded, simulator.url),
			items: [{ json: {}, binary }],
		});
		if (error) throw new Error(`${operation.displayName}, ${recorded.name}: ${error.message}`);
		items.push(...(outputs[0] ?? []));
	}
	return items;
}

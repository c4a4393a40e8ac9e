import { ExecuteContext } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, NodeParameterValueType, OnError } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { resources } from '../../nodes/WhatsAppBusiness/operationList';
import { nodeProperties } from '../../nodes/WhatsAppBusiness/properties';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { caseList, playedCases } from '../cases/caseList';
import { credentialOf } from '../support/credential';
import { runNode } from '../support/engine';
import { aboutRealObjects } from '../support/realObjects';

// Evaluating an expression costs the most, so every operation reads as few parameters as it can.

const properties = nodeProperties(resources);
const items = 3;
let simulator: Simulator;

describe('Reading parameters', () => {
	beforeAll(async () => {
		// The test counts what n8n evaluates.
		process.env.WHATSAPP_BUSINESS_EVALUATE_ALL = 'true';
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(async () => {
		delete process.env.WHATSAPP_BUSINESS_EVALUATE_ALL;
		await simulator.stop();
	});

	/** The same values as expressions. A single word stays fixed: it may be a choice that decides which fields are required. */
	function asExpressions(value: NodeParameterValueType): NodeParameterValueType {
		if (typeof value === 'string') return /^=|\{\{|^\w+$/.test(value) ? value : `=${value}`;
		if (Array.isArray(value)) return value.map(asExpressions) as NodeParameterValueType;
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value as INodeParameters).map(([key, inner]) => [
				key,
				['mode', 'mappingMode', 'schema'].includes(key) ? inner : asExpressions(inner),
			]),
		);
	}

	/** Runs an operation for several items and returns the parameters that the node read: [parameter, item]. */
	async function readsOf(
		parameters: INodeParameters,
		binary: object | undefined,
		credential: CredentialData,
		onError: OnError = 'continueRegularOutput',
	) {
		// The spy only observes.
		const spy = jest.spyOn(
			ExecuteContext.prototype as unknown as {
				_getNodeParameter(name: string, itemIndex: number): unknown;
			},
			'_getNodeParameter',
		);
		await runNode({
			node: new WhatsAppBusiness(),
			parameters,
			credential,
			items: Array.from({ length: items }, () => ({ json: {}, binary: { ...binary } })),
			settings: { onError },
		});
		const reads = spy.mock.calls.map(([name, item]) => [name, item] as const);
		spy.mockRestore();
		return reads;
	}

	const isShown = (name: string, values: INodeParameters) =>
		properties.some(
			(property) =>
				property.name === name &&
				NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, null),
		);

	const readTwice = (values: readonly string[]) =>
		values.filter((value, index) => values.indexOf(value) !== index);

	describe.each(caseList)('$operation.resource: $operation.operation', ({ operation, cases }) => {
		const played = playedCases(cases);
		if (played.length === 0) return;

		it.each(played)('reads each parameter once: $name', async (recorded) => {
			await simulator.reset();
			simulator.updateSettings({ pairLimit: null });
			const { parameters, binary } = await aboutRealObjects(simulator, recorded);
			const credential = credentialOf(recorded, simulator.url);
			const chosen = { resource: operation.resource, operation: operation.operation };

			const fixed = await readsOf({ ...chosen, ...parameters }, binary, credential);
			expect(fixed.length).toBeGreaterThanOrEqual(2);
			expect(readTwice(fixed.map(([name]) => name))).toEqual([]);
			const values = NodeHelpers.getNodeParameters(
				properties,
				{ ...chosen, ...parameters },
				true,
				false,
				{ typeVersion: 1 },
				null,
			);
			expect(fixed.filter(([name]) => !isShown(name, values ?? {}))).toEqual([]);

			const expressions = asExpressions(parameters) as INodeParameters;
			for (const onError of ['continueRegularOutput', 'stopWorkflow'] as const) {
				const evaluated = await readsOf({ ...chosen, ...expressions }, binary, credential, onError);
				expect(readTwice(evaluated.map(([name, item]) => `${name} of item ${item}`))).toEqual([]);
			}
		});
	});
});

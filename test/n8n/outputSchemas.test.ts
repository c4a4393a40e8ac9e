import { existsSync, readFileSync } from 'node:fs';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { schemaOf } from '../../scripts/outputSchema';
import { schemaFile, unpredictable } from '../../scripts/schemaFiles';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { caseList } from '../cases/caseList';
import { outputsOf } from '../support/playCases';

let simulator: Simulator;

describe('Output schemas', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());

	const predictable = caseList.filter(
		({ operation }) => !unpredictable.includes(operation.resource),
	);

	it.each(predictable)(
		'describe the output of $operation.resource: $operation.operation (`npm run schemas`)',
		async (listed) => {
			const { resource, operation } = listed.operation;
			const schema = schemaOf(await outputsOf(new WhatsAppBusiness(), simulator, listed));
			const file = schemaFile(resource, operation);
			const saved = existsSync(file)
				? (JSON.parse(readFileSync(file, 'utf8')) as object)
				: undefined;
			expect(saved).toEqual(schema);
		},
	);

	it('omit keys without a value and keep those that only some outputs have', () => {
		expect(
			schemaOf([
				{ id: 'a', tags: [] },
				{ id: 'b', tags: [{ name: 'x' }], gone: null },
			]),
		).toEqual({
			type: 'object',
			properties: {
				id: { type: 'string' },
				tags: {
					type: 'array',
					items: { type: 'object', properties: { name: { type: 'string' } } },
				},
			},
		});
		expect(schemaOf([{}])).toBeUndefined();
	});
});

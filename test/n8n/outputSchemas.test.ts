import { existsSync, readFileSync } from 'node:fs';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { schemaOf } from '../../scripts/outputSchema';
import { schemaFile, unpredictable } from '../../scripts/schemaFiles';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { caseList } from '../cases/caseList';
import { outputsOf } from '../support/playCases';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());

const predictable = caseList.filter(({ operation }) => !unpredictable.includes(operation.resource));

it.each(predictable)(
	'$operation.resource: $operation.operation puts out what its schema says (`npm run schemas`)',
	async (listed) => {
		const { resource, operation } = listed.operation;
		const schema = schemaOf(await outputsOf(new WhatsAppBusiness(), simulator, listed));
		const file = schemaFile(resource, operation);
		const saved = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : undefined;
		expect(saved).toEqual(schema);
	},
);

it('leaves out keys without a value, and keeps what only some outputs have', () => {
	expect(
		schemaOf([
			{ id: 'a', tags: [] },
			{ id: 'b', tags: [{ name: 'x' }], gone: null },
		]),
	).toEqual({
		type: 'object',
		properties: {
			id: { type: 'string' },
			tags: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
		},
	});
	expect(schemaOf([{}])).toBeUndefined();
});

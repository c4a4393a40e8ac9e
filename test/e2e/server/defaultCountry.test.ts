import { actionWorkflow, credentialType, startName } from '../../../scripts/workflows';
import type { Credential } from '../../../scripts/n8n/client';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

/** Runs an operation for each item in n8n, with a credential for Brazil. */
async function runWith(credential: Credential, parameters: object, rows: object[]) {
	const before = world.simulator.messages().length;
	const workflow = await world.n8n.createWorkflow(
		actionWorkflow('Numbers of Brazil', credential, {
			parameters: { resource: 'message', operation: 'sendText', ...parameters },
			items: rows.map((json) => ({ json: { ...json } })),
		}),
	);
	expectSuccess(await world.n8n.runWorkflow(workflow, startName));
	return world.simulator.messages().slice(before);
}

describe('Default Country in n8n', () => {
	let credential: Credential;
	beforeAll(async () => {
		const data = { ...world.credentialData, defaultCountry: 'BR' };
		credential = await world.n8n.createCredential('Brazil', credentialType, data);
	});

	test('reads the numbers of a table', async () => {
		const rows = [
			{ phone: '(11) 98765-4321' },
			{ phone: 5511912345678 },
			{ phone: '11 4321-0000' },
		];
		const text = { to: '={{ $json.phone }}', text: 'Hello' };
		const sent = await runWith(credential, text, rows);
		expect(sent.map(({ body }) => body.to).sort()).toEqual([
			'+551143210000',
			'+5511912345678',
			'+5511987654321',
		]);
	});

	test('sends a list with the rows of a table to one of them', async () => {
		const list = {
			...{ operation: 'sendList', to: '={{ $json.phone }}', body: 'Which plant?' },
			...{ buttonText: 'Plants', specifyRows: 'data', rowsData: '={{ $json.plants }}' },
		};
		const plants = [
			{ Name: 'Aloe', ID: 7 },
			{ Name: 'Basil', ID: 8 },
		];
		const [sent] = await runWith(credential, list, [{ phone: '11 98765-4321', plants }]);
		expect(sent?.body).toMatchObject({
			to: '+5511987654321',
			interactive: {
				action: {
					sections: [
						{
							rows: [
								{ id: '7', title: 'Aloe' },
								{ id: '8', title: 'Basil' },
							],
						},
					],
				},
			},
		});
	});
});

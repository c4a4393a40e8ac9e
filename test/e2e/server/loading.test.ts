import { business } from '../../../simulator/business';
import {
	actionNodeType,
	actionWorkflow,
	credentialType,
	startName,
	triggerNodeType,
} from '../../../scripts/workflows';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

describe('Package in a clean n8n', () => {
	test('holds dist, the pages that a user looks for and package.json only', () => {
		const { files } = world.packed;
		const others = files.filter((file) => !file.startsWith('dist/')).sort();
		expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']);
	});

	test('n8n loads both nodes', async () => {
		const types = await world.n8n.nodeTypes();
		expect(types).toEqual(expect.arrayContaining([actionNodeType, triggerNodeType]));
	});

	test('n8n loads the credential type', async () => {
		expect(await world.n8n.credentialTypes()).toContain(credentialType);
	});

	test('a message is sent', async () => {
		const [customer] = business.customers;
		const workflow = await world.n8n.createWorkflow(
			actionWorkflow('First message', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: `+${customer.waId}`,
					text: 'Hello',
				},
				items: [{ json: {} }],
			}),
		);
		const execution = await world.n8n.runWorkflow(workflow, startName);
		expectSuccess(execution);
		expect(world.simulator.messages()).toHaveLength(1);
	});
});

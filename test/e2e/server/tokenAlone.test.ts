import {
	actionWorkflow,
	credentialOf,
	credentialType,
	startName,
} from '../../../scripts/workflows';
import type { Credential } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { keepOneNumber } from '../../support/tokenAlone';
import { ExecutionCounter, expectSuccess } from '../support/executions';
import { overrideUrl, publish, triggerWorkflow } from '../support/triggerWorkflow';
import { world } from '../support/world';

const [customer] = business.customers;
const [number] = business.phoneNumbers;

describe('A credential with the token alone', () => {
	let credential: Credential;
	const data = () => ({
		...world.credentialData,
		phoneNumberId: '',
		businessAccountId: '',
		appId: '',
	});

	beforeAll(async () => {
		keepOneNumber(world.simulator);
		credential = await world.n8n.createCredential('Token alone', credentialType, data());
	});

	test('is tested, and the test says what was found', async () => {
		const result = await world.n8n.testCredential(credential, data());
		expect(result.status).toBe('OK');
		expect(result.message).toMatch(
			`Found with the token: Phone Number ID ${number.id}, WhatsApp Business Account ID ${business.waba.id}, App ID ${business.app.id}`,
		);
	});

	test('sends a text from the only number', async () => {
		const parameters = {
			resource: 'message',
			operation: 'sendText',
			to: customer.waId,
			text: 'Hello',
		};
		const definition = actionWorkflow('Token alone', credential, {
			parameters,
			items: [{ json: {} }],
		});
		const workflow = await world.n8n.createWorkflow(definition);
		expectSuccess(await world.n8n.runWorkflow(workflow, startName));
		expect(world.simulator.messages()).toMatchObject([{ phoneNumberId: number.id }]);
	});

	test('publishes the trigger, which receives a message', async () => {
		const definition = triggerWorkflow('Token alone, trigger', { events: ['messages'] });
		for (const node of definition.nodes) {
			if (node.credentials) node.credentials = credentialOf(credential);
		}
		const workflow = await publish(definition);
		expect(overrideUrl()).toContain(world.n8n.url);
		const executions = new ExecutionCounter(() => workflow);
		await executions.begin();
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Is anybody there?' });
		await executions.expectNew(1);
	});
});

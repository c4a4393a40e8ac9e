import type { INode, INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const packageName = 'n8n-nodes-whatsapp-business';
const [customer] = business.customers;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

async function run(parameters: INodeParameters, settings: Partial<INode> = {}) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'message', operation: 'sendText', text: 'Hello', ...parameters },
		credential: credentialFor(simulator.url),
		items: [{ json: {} }],
		settings: { type: `${packageName}.whatsAppBusinessTool`, ...settings },
	});
	return { item: outputs[0]?.[0]?.json, error };
}

describe('As a tool of an AI agent, a failed item', () => {
	it('says what happened and what to do', async () => {
		const { item, error } = await run({ to: '4711' });
		expect(error).toBeUndefined();
		expect(item).toMatchObject({
			message: expect.stringMatching(/^'To' /) as unknown,
			error: {
				description: expect.stringMatching(/./) as unknown,
				field: 'To',
				safeToSendAgain: true,
			},
		});
		expect(JSON.stringify(item)).not.toMatch(/stack|node_modules/);
	});

	it('has what Meta said', async () => {
		const { item } = await run({
			to: `+${customer.waId}`,
			operation: 'sendTemplate',
			template: 'no_such_template, en_US',
		});
		expect(item).toMatchObject({ error: { code: 132_001 } });
	});

	it('ends the tool where n8n acts on the error', async () => {
		const review = await run({ to: '4711' }, { type: `${packageName}.whatsAppBusinessHitlTool` });
		expect(review.error?.message).toMatch(/^'To' /);
		const retried = await run({ to: '4711' }, { retryOnFail: true, maxTries: 2 });
		expect(retried.error?.message).toMatch(/^'To' /);
	});

	it('ends the node elsewhere', async () => {
		const { error } = await run({ to: '4711' }, { type: `${packageName}.whatsAppBusiness` });
		expect(error?.message).toMatch(/^'To' /);
	});
});

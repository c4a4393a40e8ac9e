import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { kapsoCredentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const phoneNumber = byId(business.phoneNumbers[0].id);
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, settings: { hosts: ['kapso'] } });
});
afterAll(() => simulator.stop());

async function run(operation: string, parameters: object) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'kapsoWebhook', operation, phoneNumber, ...parameters },
		credential: kapsoCredentialFor(simulator.url),
		items: [{ json: {} }],
	});
	expect(error).toBeUndefined();
	return outputs[0]?.map(({ json }) => json) ?? [];
}

describe('The secret of a webhook', () => {
	it('is in the output of its creation only', async () => {
		const webhookUrl = 'https://example.com/kapso';
		const options = { secretKey: 's3cret' };
		const [created] = await run('create', { webhookUrl, options });
		expect(created).toMatchObject({ url: webhookUrl, secret_key: 's3cret' });

		const webhook = byId(String(created?.id));
		const later = [
			...(await run('get', { webhook, simplify: false })),
			...(await run('getMany', { simplify: false })),
			...(await run('update', { webhook, updateFields: { active: false, ...options } })),
		];
		expect(later).toHaveLength(3);
		expect(JSON.stringify(later)).not.toContain('secret');
		expect(later[2]).toMatchObject({ url: webhookUrl, active: false });
	});
});

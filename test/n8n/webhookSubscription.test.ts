import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { Receiver } from '../simulator/support';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;
let receiver: Receiver;

describe('Webhook subscriptions', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		receiver = await new Receiver().start();
	});
	afterAll(async () => {
		await receiver.stop();
		await simulator.stop();
	});
	beforeEach(() => simulator.reset());

	const run = (operation: string, parameters: INodeParameters = {}) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'webhookSubscription', operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
	const subscriptions = async () =>
		(await run('getMany')).outputs[0]
			?.map(({ json }) => json)
			.filter(({ id }) => id === business.app.id);

	it('are created, overridden, reset and removed', async () => {
		expect(await subscriptions()).toEqual([]);
		const { outputs } = await run('subscribe');
		expect(outputs[0]).toMatchObject([{ json: { success: true } }]);
		expect(await subscriptions()).toMatchObject([{ name: business.app.name }]);

		const override = { callbackUrl: receiver.url, verifyToken: Receiver.verifyToken };
		await run('setOverride', { scope: 'account', ...override });
		expect(await subscriptions()).toMatchObject([{ override_callback_uri: receiver.url }]);
		await run('removeOverride', { scope: 'account' });
		expect((await subscriptions())?.[0]).not.toHaveProperty('override_callback_uri');

		await run('unsubscribe');
		expect(await subscriptions()).toEqual([]);
	});

	it('are returned as the API returns them without Simplify', async () => {
		const { outputs } = await run('getMany', { simplify: false });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			whatsapp_business_api_data: { id: business.partnerApp.id },
		});
	});

	it('report a callback URL that Meta cannot verify, without the token', async () => {
		const verifyToken = 'a-token-that-is-wrong';
		const { error } = await run('setOverride', {
			callbackUrl: receiver.url,
			verifyToken,
		});
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '400' });
		expect(error?.message).toMatch(/callback URL/);
		expect(`${error?.message} ${error?.description}`).not.toContain(verifyToken);
	});
});

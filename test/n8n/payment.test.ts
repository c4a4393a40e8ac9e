import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('Payments', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource, operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
		return { items: outputs[0]?.map(({ json }) => json), error };
	};
	const names = async () =>
		(await run('paymentConfiguration', 'getMany')).items?.map((item) => item.configuration_name);
	const { paymentConfiguration, upiConfiguration } = business;
	const [referenceId] = business.paidOrders;
	const order = { configurationName: paymentConfiguration, referenceId };

	it('Payment Configuration: is created, connected, listed and deleted', async () => {
		const configurationName = 'new';
		const created = await run('paymentConfiguration', 'create', {
			configurationName,
			provider: 'payu',
		});
		expect(created.items).toMatchObject([{ oauth_url: expect.stringMatching(/^https:/) }]);
		const link = await run('paymentConfiguration', 'createOauthLink', { configurationName });
		expect(link.items).toMatchObject([{ oauth_url: expect.stringMatching(/^https:/) }]);
		expect(await names()).toEqual([paymentConfiguration, upiConfiguration, configurationName]);
		await run('paymentConfiguration', 'delete', { configurationName });
		expect(await names()).toEqual([paymentConfiguration, upiConfiguration]);
	});

	it('Refund: gives money back, and Get shows it', async () => {
		const refund = await run('payment', 'refund', { ...order, amount: 12.34 });
		expect(refund.items).toMatchObject([{ id: expect.any(String), status: 'pending' }]);
		const { items } = await run('payment', 'get', order);
		expect(items).toMatchObject([
			{ status: 'captured', transactions: [{ refunds: [{ amount: { value: 1234 } }] }] },
		]);
	});

	it('Refund: is not sent again when the connection breaks, since it may be done', async () => {
		simulator.addFaults({ kind: 'dropAfter', method: 'POST' });
		const { error } = await run('payment', 'refund', { ...order, amount: 12.34 });
		expect(error?.message).toBeDefined();
		const { items } = await run('payment', 'get', order);
		expect(items).toMatchObject([{ transactions: [{ refunds: [{ amount: { value: 1234 } }] }] }]);
	});
});

import { business, startSimulator, type Simulator } from '../../simulator';
import {
	call,
	firstNumber,
	pablo,
	Receiver,
	secondNumber,
	send,
	start,
	subscribe,
} from './support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await start();
});
afterEach(() => simulator.stop());

const control = (method: string, path: string, body?: unknown) =>
	call(simulator, method, `/control/${path}`, body, null);

describe('control interface of the simulator', () => {
	it('returns accepted messages and recorded requests', async () => {
		const before = Date.now();
		await send(simulator, { text: { body: 'x' } });
		const messages = await control('GET', `messages?to=${pablo.waId}&since=${before}`);
		expect(messages.body).toMatchObject([
			{ phoneNumberId: firstNumber.id, recipient: pablo.waId, body: { text: { body: 'x' } } },
		]);
		expect((await control('GET', `messages?phoneNumberId=${secondNumber.id}`)).body).toEqual([]);
		expect((await control('GET', 'requests')).body).toMatchObject([
			{ method: 'POST', path: `/v26.0/${firstNumber.id}/messages`, status: 200 },
		]);
	});

	it('sends a message as a customer', async () => {
		const receiver = await new Receiver().start();
		await subscribe(simulator, receiver);
		const customer = { waId: '4915112345678', profileName: 'Greta' };
		expect((await control('POST', 'customers', customer)).body).toMatchObject(customer);
		const written = await control('POST', `customers/${customer.waId}/messages`, {
			type: 'text',
			text: 'Hallo',
		});
		expect(written).toMatchObject({ status: 200, body: { from: customer.waId } });
		await simulator.settled();
		expect(receiver.events).toMatchObject([{ text: { body: 'Hallo' } }]);
		expect((await control('GET', 'webhooks')).body).toMatchObject([
			{ state: 'delivered', attempts: [{ status: 200 }] },
		]);
		expect((await control('POST', 'webhooks/forged')).body).toMatchObject({
			attempts: [{ status: 200 }],
		});
		await receiver.stop();
	});

	it.each([
		['POST', `customers/${pablo.waId}/messages`, { type: 'text' }],
		['POST', `customers/${pablo.waId}/messages`, { type: 'button', buttonId: 'none' }],
		['PATCH', 'settings', { latencyMs: -1 }],
		['PATCH', 'settings', { latency: 1 }],
		['POST', 'faults', { kind: 'explode' }],
	])('%s %s responds with 400 and an error for %j', async (method, path, body) => {
		const response = await control(method, path, body);
		expect(response).toMatchObject({ status: 400, body: { error: expect.any(String) } });
	});

	it('lists its paths for an unknown one', async () => {
		expect(await control('GET', 'nope')).toMatchObject({
			status: 404,
			body: { paths: expect.arrayContaining(['GET /control/messages']) },
		});
	});

	it('changes settings and faults, and resets them', async () => {
		await control('PATCH', 'settings', { messagesPerSecond: 1, latencyMs: 1 });
		expect((await control('GET', 'settings')).body).toMatchObject({
			messagesPerSecond: 1,
			latencyMs: 1,
			statusDelaysMs: { sent: 1 },
		});
		await control('POST', 'faults', [{ kind: 'graphError', code: 2 }, { kind: 'dropAfter' }]);
		expect((await control('GET', 'faults')).body).toHaveLength(2);
		await send(simulator, { text: { body: 'x' } });
		await control('DELETE', 'faults');
		await send(simulator, { text: { body: 'x' } });
		await control('POST', 'reset');
		expect((await control('GET', 'messages')).body).toEqual([]);
		expect((await control('GET', 'settings')).body).toMatchObject({ messagesPerSecond: 80 });
	});

	it('keeps subscriptions on a reset with keepCallbacks', async () => {
		await call(simulator, 'POST', `/v26.0/${business.waba.id}/subscribed_apps`);
		await control('POST', 'reset', { keepCallbacks: true });
		expect(simulator.state.waba.subscribed).toBe(true);
		await control('POST', 'reset', {});
		expect(simulator.state.waba.subscribed).toBe(false);
	});

	it('cannot start on a port in use', async () => {
		const port = Number(new URL(simulator.url).port);
		await expect(startSimulator({ port })).rejects.toThrow(`Port ${port} is in use.`);
	});

	it('listens on 127.0.0.1 only', () => {
		expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});
});

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

it('reads what was received', async () => {
	const before = Date.now();
	await send(simulator, { text: { body: 'x' } });
	const messages = await control('GET', `messages?to=${pablo.waId}&since=${before}`);
	expect(messages.body).toMatchObject([
		{ phoneNumberId: firstNumber.id, recipient: pablo.waId, body: { text: { body: 'x' } } },
	]);
	expect((await control('GET', `messages?phoneNumberId=${secondNumber.id}`)).body).toEqual([]);
	expect((await control('GET', 'requests')).body).toMatchObject([
		{ method: 'POST', path: `/v25.0/${firstNumber.id}/messages`, status: 200 },
	]);
});

it('writes as a customer', async () => {
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
])('%s %s says what is wrong', async (method, path, body) => {
	const answer = await control(method, path, body);
	expect(answer).toMatchObject({ status: 400, body: { error: expect.any(String) } });
});

it('lists its paths when one is wrong', async () => {
	expect(await control('GET', 'nope')).toMatchObject({
		status: 404,
		body: { paths: expect.arrayContaining(['GET /control/messages']) },
	});
});

it('changes settings and faults, and goes back to the start', async () => {
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

it('keeps subscriptions over a reset when told to', async () => {
	await call(simulator, 'POST', `/v25.0/${business.waba.id}/subscribed_apps`);
	await control('POST', 'reset', { keepCallbacks: true });
	expect(simulator.state.waba.subscribed).toBe(true);
	await control('POST', 'reset', {});
	expect(simulator.state.waba.subscribed).toBe(false);
});

it('says so when its port is taken', async () => {
	const port = Number(new URL(simulator.url).port);
	await expect(startSimulator({ port })).rejects.toThrow(`Port ${port} is in use.`);
});

it('listens on this machine only', () => {
	expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

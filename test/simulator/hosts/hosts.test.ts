import { business, type Simulator } from '../../../simulator';
import { call, firstNumber, start } from '../support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await start();
});
afterEach(() => simulator.stop());

const control = (method: string, path: string, body?: unknown) =>
	call(simulator, method, `/control/${path}`, body, null);

describe('hosts besides Meta', () => {
	it.each([
		['kapso', '/kapso/meta/whatsapp/v24.0', 'Kapso'],
		['kapso', '/kapso/platform/v1/whatsapp/phone_numbers', 'Kapso'],
		['360dialog', '/360dialog/messages', '360dialog'],
		['onPremises', '/onpremises/v1/messages', 'On-Premises API'],
	])('are off until the setting names them: %s at %s', async (name, path, title) => {
		const off = await call(simulator, 'GET', path);
		expect(off).toMatchObject({
			status: 404,
			body: { error: expect.stringContaining(`does not play ${title} now`) },
		});
		expect(off.body.error).toContain(`--host ${name}`);
		await control('PATCH', 'settings', { hosts: [name] });
		const on = await call(simulator, 'GET', path);
		expect(JSON.stringify(on.body)).not.toContain('does not play');
	});

	it('are known by name', async () => {
		expect(await control('PATCH', 'settings', { hosts: ['twilio'] })).toMatchObject({
			status: 400,
			body: { error: expect.stringContaining('kapso') },
		});
	});

	it('take nothing from the paths of the Graph API', async () => {
		await control('PATCH', 'settings', { hosts: ['kapso'] });
		expect(await call(simulator, 'GET', `/v26.0/${firstNumber.id}?fields=id`)).toMatchObject({
			status: 200,
			body: { id: firstNumber.id },
		});
		expect((await control('GET', 'business')).body.kapsoApiKey).toBe(business.kapsoApiKey);
	});

	it('forge no webhook while they are off', async () => {
		expect(await control('POST', 'webhooks/forged', { host: 'kapso' })).toMatchObject({
			status: 400,
			body: { error: expect.stringContaining('Kapso is off') },
		});
	});

	it('have a fault that is any response', async () => {
		simulator.addFaults({
			kind: 'response',
			path: '/messages$',
			httpStatus: 409,
			body: { error: 'Another message is in flight' },
			headers: { 'retry-after': '1' },
			times: 1,
		});
		const send = () => call(simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, {});
		expect(await send()).toMatchObject({
			status: 409,
			body: { error: 'Another message is in flight' },
		});
		expect((await send()).status).toBe(400);
	});
});

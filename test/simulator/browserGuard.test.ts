import { request } from 'undici';
import { business, startSimulator, type Simulator } from '../../simulator';
import { firstNumber, pablo, quickSettings, Receiver, subscribe } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0, settings: quickSettings, allowedHosts: ['gateway'] });
});
afterAll(() => simulator.stop());

const write = `/control/customers/${pablo.waId}/messages`;
const text = JSON.stringify({ type: 'text', text: 'x' });
const message = JSON.stringify({
	messaging_product: 'whatsapp',
	to: pablo.waId,
	type: 'text',
	text: { body: 'x' },
});
const messages = `/v26.0/${firstNumber.id}/messages?access_token=${business.accessToken}`;
const json = { 'content-type': 'application/json' };

async function send(path: string, headers: Record<string, string>, body?: string) {
	const response = await request(`${simulator.url}${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers,
		body,
	});
	const endless = response.headers['content-type'] === 'text/event-stream';
	if (endless) response.body.destroy();
	return { status: response.statusCode, text: endless ? '' : await response.body.text() };
}

const paths: Array<[what: string, path: string, body?: string]> = [
	['control interface', '/control/messages'],
	['control interface, writing', write, text],
	['control interface, unknown path', '/control/nope'],
	['events of the phone page', '/control/events'],
	['phone page', '/phone/'],
	['Graph API', `/v26.0/me?access_token=${business.accessToken}`],
	['Graph API, writing', messages, message],
	['media host', '/media-host/x'],
	['Flow JSON', '/flow-assets/x/flow.json'],
];

describe('what a web page in the browser of a developer can do with the simulator', () => {
	const port = () => new URL(simulator.url).port;

	describe.each(paths)('%s', (_what, path, body) => {
		const headers = body === undefined ? {} : json;

		it.each([
			'evil.example',
			'evil.example:4010',
			'127.0.0.1.evil.example',
			'localhost.evil.example',
		])('refuses a host name that another page may have pointed here: %s', async (host) => {
			const response = await send(path, { ...headers, host }, body);
			expect(response.status).toBe(403);
			expect(response.text).toContain('--allow-host');
		});

		it.each([
			'https://evil.example',
			'null',
			'http://127.0.0.1:1',
			'http://localhost.evil.example',
		])('refuses the origin %s', async (origin) => {
			const response = await send(path, { ...headers, origin }, body);
			expect(response).toMatchObject({ status: 403 });
		});

		it.each(['cross-site', 'same-site'])('refuses a %s request', async (site) => {
			const foreign = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
			expect((await send(path, { ...headers, ...foreign }, body)).status).toBe(403);
		});
	});

	it('cannot send text or a form to the control interface, which need no preflight', async () => {
		for (const type of [
			'text/plain',
			'text/plain;charset=UTF-8, application/json',
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
		]) {
			const response = await send(write, { 'content-type': type }, text);
			expect(response.status).toBe(415);
			expect(response.text).toContain('Content-Type: application/json');
		}
		expect(simulator.state.received).toEqual([]);
	});

	it('cannot send text to the Graph API: as with Meta it has no parameters', async () => {
		const response = await send(messages, { 'content-type': 'text/plain' }, message);
		expect(response).toMatchObject({ status: 400 });
		expect(simulator.messages()).toEqual([]);
	});

	it('cannot have a webhook sent anywhere but to the callback URLs', async () => {
		const receiver = await new Receiver().start();
		const forge = async (url: string) =>
			await send('/control/webhooks/forged', json, JSON.stringify({ url }));
		const refused = await forge(receiver.url);
		expect(refused.status).toBe(400);
		expect(refused.text).toContain('not a callback URL');
		expect(receiver.webhooks).toEqual([]);
		await subscribe(simulator, receiver);
		expect((await forge(receiver.url)).status).toBe(200);
		expect(receiver.webhooks).toHaveLength(1);
		await receiver.stop();
	});

	it('can be linked to', async () => {
		const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
		expect((await send('/phone/', link)).status).toBe(200);
	});

	it('leaves the phone page and programs alone', async () => {
		const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
		expect((await send(write, { ...json, ...own, origin: simulator.url }, text)).status).toBe(200);
		for (const host of [
			`127.0.0.1:${port()}`,
			'localhost',
			'LOCALHOST:4010',
			'[::1]:4010',
			'gateway',
			'host.docker.internal',
		]) {
			expect((await send(messages, { ...json, host }, message)).status).toBe(200);
			expect((await send('/control/messages', { host })).status).toBe(200);
		}
		const charset = { 'content-type': 'application/json; charset=utf-8' };
		expect((await send(write, charset, text)).status).toBe(200);
		const form = { 'content-type': 'application/x-www-form-urlencoded' };
		const fields = new URLSearchParams({ ...JSON.parse(message), text: '{"body":"x"}' });
		expect((await send(messages, form, fields.toString())).status).toBe(200);
	});
});

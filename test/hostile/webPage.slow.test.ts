import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { hostileHost } from './support/hostileHost';
import type { HostileHost } from './support/hostileHost';

let simulator: Simulator;
/** A service of the developer's machine, which only this machine reaches. */
let internal: HostileHost;

interface Asked {
	method?: string;
	path: string;
	headers?: Record<string, string>;
	body?: string;
}

interface Response {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Sends a request as it is. `fetch` would set the headers that a page cannot choose. */
async function ask({ method = 'GET', path, headers, body = '' }: Asked): Promise<Response> {
	const { hostname, port } = new URL(simulator.url);
	const request = httpRequest({
		hostname,
		port,
		method,
		path,
		headers: { connection: 'close', ...headers },
	});
	request.end(body);
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	// The events of the phone page never end.
	const isEndless = response.headers['content-type'] === 'text/event-stream';
	if (isEndless) request.destroy();
	return {
		status: response.statusCode ?? 0,
		headers: response.headers,
		body: isEndless ? 'events' : await text(response),
	};
}

const [customer] = business.customers;
const [number] = business.phoneNumbers;
const token = business.accessToken;
const hello = JSON.stringify({ type: 'text', text: 'Written by a web page' });
const message = JSON.stringify({
	messaging_product: 'whatsapp',
	to: customer.waId,
	type: 'text',
	text: { body: 'Sent by a web page' },
});
const write = `/control/customers/${customer.waId}/messages`;
const forge = '/control/webhooks/forged';

/** A browser on the developer's machine opened a page of the attacker while the simulator runs. */
describe('A web page of an attacker', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		internal = await hostileHost();
	});
	afterAll(async () => {
		await simulator.stop();
		await internal.stop();
	});
	beforeEach(async () => {
		await simulator.reset();
		internal.heard.length = 0;
	});

	const state = () =>
		JSON.stringify([
			simulator.webhooks(),
			simulator.messages(),
			simulator.faults(),
			simulator.settings,
			simulator.state.allCustomers(),
			[...simulator.state.media.keys()],
		]);

	const evil = { origin: 'https://evil.example' };
	const changes: Array<[string, () => Asked]> = [
		['writes as a customer', () => ({ path: write, body: hello })],
		['adds a fault', () => ({ path: '/control/faults', body: '{"kind":"drip"}' })],
		['resets', () => ({ path: '/control/reset', body: '{}' })],
		[
			'creates a customer',
			() => ({ path: '/control/customers', body: '{"waId":"4915112345678"}' }),
		],
		[
			'closes a window',
			() => ({ path: `/control/customers/${customer.waId}/close-window`, body: '{}' }),
		],
		[
			'forges a webhook to a service of this machine',
			() => ({ path: forge, body: JSON.stringify({ url: `${internal.url}/internal-api` }) }),
		],
		[
			'emits a webhook',
			() => ({ path: '/control/webhooks/emit', body: '{"field":"messages","value":{}}' }),
		],
		[
			'sends a message with the published token in the URL',
			() => ({ path: `/v26.0/${number.id}/messages?access_token=${token}`, body: message }),
		],
		[
			'sets a callback URL',
			() => ({
				path: `/v26.0/${number.id}?access_token=${token}`,
				body: JSON.stringify({
					webhook_configuration: {
						override_callback_uri: `${internal.url}/internal-api`,
						verify_token: 'a',
					},
				}),
			}),
		],
	];

	/** What a page can send without asking first: no preflight. */
	const simple: Array<[string, Record<string, string>]> = [
		['as text', { ...evil, 'content-type': 'text/plain' }],
		[
			'as text with JSON in its parameters',
			{ ...evil, 'content-type': 'text/plain; application/json' },
		],
		['as text in another case', { ...evil, 'content-type': 'TEXT/PLAIN;charset=UTF-8' }],
		['as a form', { ...evil, 'content-type': 'application/x-www-form-urlencoded' }],
		['as a form with files', { ...evil, 'content-type': 'multipart/form-data; boundary=x' }],
		['without a type', { ...evil }],
		['as text without an origin', { 'content-type': 'text/plain' }],
		['from a sandboxed frame', { origin: 'null', 'content-type': 'text/plain' }],
	];
	/** What would need a preflight, or a name that leads to this machine. */
	const asked: Array<[string, () => Record<string, string>]> = [
		['from another origin', () => ({ ...evil, 'content-type': 'application/json' })],
		['from a sandboxed frame', () => ({ origin: 'null', 'content-type': 'application/json' })],
		[
			'from another port of this machine',
			() => ({ origin: internal.url, 'content-type': 'application/json' }),
		],
		[
			'from a host that begins like this one',
			() => ({ origin: `${simulator.url}.evil.example`, 'content-type': 'application/json' }),
		],
		[
			'after its name was bound to this machine',
			() => ({ host: 'evil.example', 'content-type': 'application/json' }),
		],
		[
			'after its name was bound to this machine, from its own origin',
			() => ({
				host: 'evil.example',
				origin: 'http://evil.example',
				'content-type': 'application/json',
			}),
		],
		[
			'with a name that ends like this machine',
			() => ({
				host: `evil-localhost:${new URL(simulator.url).port}`,
				'content-type': 'application/json',
			}),
		],
		[
			'with a name that begins like this machine',
			() => ({ host: '127.0.0.1.evil.example', 'content-type': 'application/json' }),
		],
	];

	describe.each(changes)('that %s', (_what, make) => {
		it.each(simple)('%s is refused', async (_how, headers) => {
			const before = state();
			const { status, headers: allowed } = await ask({ method: 'POST', ...make(), headers });
			expect(status).toBeGreaterThanOrEqual(400);
			expect(status).toBeLessThan(500);
			expect(allowed['access-control-allow-origin']).toBeUndefined();
			expect(state()).toBe(before);
			expect(internal.heard).toEqual([]);
		});

		it.each(asked)('%s is refused', async (_how, headers) => {
			const before = state();
			const { status, headers: allowed } = await ask({
				method: 'POST',
				...make(),
				headers: headers(),
			});
			expect(status).toBeGreaterThanOrEqual(400);
			expect(status).toBeLessThan(500);
			expect(allowed['access-control-allow-origin']).toBeUndefined();
			expect(state()).toBe(before);
			expect(internal.heard).toEqual([]);
		});
	});

	const secrets: Array<[string, string]> = [
		['the messages', '/control/messages'],
		['the business', '/control/business'],
		['the requests', '/control/requests'],
		['the customers', '/control/customers'],
		['the events of the phone page', '/control/events'],
		['a media file', `/control/media/${business.media.id}`],
		['the phone page', '/phone/'],
		[
			'the templates with the published token',
			`/v26.0/${business.waba.id}/message_templates?access_token=${token}`,
		],
	];
	it.each(secrets)('whose name was bound to this machine does not read %s', async (_what, path) => {
		const { status, body } = await ask({ path, headers: { host: 'evil.example' } });
		expect(status).toBeGreaterThanOrEqual(400);
		expect(body).not.toMatch(/Lucky|EAASIMULATOR|app-secret|events|<html/);
	});
	it.each(secrets)('does not get leave to read %s', async (_what, path) => {
		const { headers } = await ask({ path, headers: evil });
		expect(headers['access-control-allow-origin']).toBeUndefined();
	});

	it.each(['OPTIONS', 'PUT', 'PATCH', 'DELETE'])('gets no leave to send %s', async (method) => {
		const before = state();
		const { status, headers } = await ask({
			method,
			path: '/control/settings',
			headers: {
				...evil,
				'access-control-request-method': 'POST',
				'access-control-request-headers': 'content-type',
				'content-type': 'application/json',
				'content-length': '2',
			},
			body: '{}',
		});
		expect(status).toBeGreaterThanOrEqual(400);
		expect(headers['access-control-allow-origin']).toBeUndefined();
		expect(state()).toBe(before);
	});

	it.each([write, '/control/reset', '/control/faults', forge])(
		'changes nothing with a picture of %s',
		async (path) => {
			const before = state();
			await ask({ path, headers: { referer: 'https://evil.example/' } });
			expect(state()).toBe(before);
		},
	);

	it.each<[string, string]>([
		['this machine', 'http://127.0.0.1:1/internal-api'],
		['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data'],
		['a file', 'file:///etc/passwd'],
		['no address', 'x'],
	])('gets no webhook forged to %s, which is no callback URL', async (_what, url) => {
		const { status } = await ask({
			method: 'POST',
			path: forge,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ url }),
		});
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
	});

	it.each(['127.0.0.1', 'localhost'])('is told from a program that calls %s', async (name) => {
		const { port } = new URL(simulator.url);
		const { status } = await ask({
			method: 'POST',
			path: write,
			headers: { host: `${name}:${port}`, 'content-type': 'application/json' },
			body: hello,
		});
		expect(status).toBe(200);
	});

	it('is told from the phone page', async () => {
		const { status } = await ask({
			method: 'POST',
			path: write,
			headers: { origin: simulator.url, 'content-type': 'application/json' },
			body: hello,
		});
		expect(status).toBe(200);
	});
});

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

import { connectionFromCredential } from '../../../nodes/graphApi/hosts';
import { graphApi } from '../../../nodes/graphApi/graphApi';
import { defaultSendingRules } from '../../../nodes/graphApi/sendingRules';
import { transport } from '../../../nodes/graphApi/transport';
import type { GraphRequest, GraphResponse } from '../../../nodes/graphApi/types';
import { credentialFor } from '../../support/credential';
import { factsOfFailure } from '../../support/failure';
import { path } from '../../../nodes/graphApi/path';
import { userAgent } from '../../../nodes/graphApi/userAgent';

// The pool reads the variables once, so each call needs a separate process.
const script = `
	import { graphApi } from ${JSON.stringify(join(__dirname, '../../../nodes/graphApi/graphApi.ts'))};
	graphApi(JSON.parse(process.env.CREDENTIAL)).send({ method: 'GET', path: '/1' }).catch(() => process.exit());`;

const message: GraphRequest = {
	method: 'POST',
	path: path`/1/messages`,
	on: 'phoneNumber',
	body: { text: 'Hello' },
};
const refusal = 'HTTP/1.1 502 Bad Gateway\r\n\r\n';
const opened = 'HTTP/1.1 200 Connection established\r\n\r\n';

let proxy: Server;
let connections: number;
let tunnels: string[];
let userAgents: unknown[];
let asking: Array<(socket: Duplex) => void>;
let respond: (socket: Duplex) => void;

describe('A request through a proxy', () => {
	beforeAll(async () => {
		proxy = createServer((request, response) => {
			tunnels.push(String(request.url));
			response.writeHead(502).end();
		});
		proxy.on('connection', () => connections++);
		proxy.on('connect', (request, socket) => {
			userAgents.push(request.headers['user-agent']);
			tunnels.push(String(request.url));
			socket.on('error', () => undefined);
			respond(socket);
		});
		await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
		// For the calls of this process, which share one pool. Lowercase variables take precedence over those of the machine.
		Object.assign(process.env, { http_proxy: proxyUrl(), https_proxy: proxyUrl(), no_proxy: '' });
	});
	beforeEach(() => {
		connections = 0;
		tunnels = [];
		userAgents = [];
		asking = [];
		respond = (socket) => socket.end(refusal);
	});
	afterAll(() => {
		proxy.closeAllConnections();
		proxy.close();
	});

	function call(host: string, variables: Record<string, string>): Promise<void> {
		const env = {
			PATH: process.env.PATH,
			CREDENTIAL: JSON.stringify(credentialFor(host)),
			...variables,
		};
		const tsx = join(__dirname, '../../../node_modules/tsx/dist/cli.mjs');
		return new Promise((resolve) => {
			execFile(process.execPath, [tsx, '-e', script], { env }, () => resolve());
		});
	}

	const proxyUrl = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

	function send(host: string, signal?: AbortSignal): Promise<GraphResponse> {
		const connection = connectionFromCredential(credentialFor(host));
		return transport(connection, { signal, responseTimeout: 60_000 })(message);
	}

	/** The next tunnel that is requested; the proxy does not respond. */
	function nextTunnel(): Promise<Duplex> {
		return new Promise((resolve) => {
			asking.push(resolve);
			respond = (socket) => asking.shift()?.(socket);
		});
	}

	it.each([
		['HTTP_PROXY', 'http://graph.invalid', 'graph.invalid:80'],
		['HTTPS_PROXY', 'https://graph.invalid', 'graph.invalid:443'],
	])('uses the proxy of %s', async (variable, host, tunnel) => {
		await call(host, { [variable]: proxyUrl() });
		expect(tunnels).toEqual([tunnel]);
		expect(userAgents).toEqual([userAgent]);
	});

	it('bypasses the proxy for hosts in NO_PROXY', async () => {
		await call('http://graph.invalid', { HTTP_PROXY: proxyUrl(), NO_PROXY: 'graph.invalid' });
		expect(tunnels).toEqual([]);
	});

	it('is sent through the tunnel that the proxy opens', async () => {
		respond = (socket) => {
			socket.write(opened);
			socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
		};
		expect(await send('http://graph.invalid')).toEqual({ body: {} });
		expect(tunnels).toEqual(['graph.invalid:80']);
	});

	it('was not sent when the proxy refuses the tunnel', async () => {
		respond = (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
		expect(await factsOfFailure(send('https://graph.invalid'))).toMatchObject({
			what: expect.stringMatching(/did not reach WhatsApp.*407/),
			outcome: 'notAccepted',
		});
		expect(connections).toBe(1);
	});

	it.each([
		['closes the connection', 'http', ''],
		['closes the connection', 'https', ''],
		['breaks off in its response', 'https', 'HTTP/1.1 200 O'],
		['has no final response', 'https', 'HTTP/1.1 100 Continue\r\n\r\n'],
	])(
		'is tried once when the proxy %s instead of opening a tunnel (%s)',
		async (_how, scheme, words) => {
			respond = (socket) => socket.end(words);
			expect(await factsOfFailure(send(`${scheme}://graph.invalid`))).toMatchObject({
				what: expect.stringMatching(/did not reach WhatsApp.*proxy \(HTTPS_PROXY.*closed/),
				todo: expect.stringContaining('NO_PROXY'),
				outcome: 'notAccepted',
				retryable: true,
			});
			expect(connections).toBe(1);
		},
	);

	it('is retried as often as the rules allow when the proxy closes the connection', async () => {
		respond = (socket) => socket.end();
		const rules = { ...defaultSendingRules, maxRetries: 2 };
		const api = graphApi(credentialFor('https://graph.invalid'), { rules });
		expect(await factsOfFailure(api.send(message))).toMatchObject({ outcome: 'notAccepted' });
		expect(api.report.retries).toBe(2);
		expect(connections).toBe(3);
	});

	it('fails within the connect timeout when the proxy or the host behind it stays silent', async () => {
		const giveUp = async (words: string) => {
			const asked = nextTunnel();
			const facts = factsOfFailure(send('https://graph.invalid'));
			const tunnel = await asked;
			tunnel.write(words);
			const ended = once(tunnel.resume(), 'end');
			expect(await facts).toMatchObject({
				what: expect.stringMatching(/did not reach WhatsApp.*proxy \(HTTPS_PROXY.*in time/),
				todo: expect.stringContaining('NO_PROXY'),
				outcome: 'notAccepted',
				retryable: true,
			});
			// The client closes the connection too.
			await ended;
			tunnel.destroy();
		};
		// The second waits for the response to its TLS handshake.
		await Promise.all([giveUp(''), giveUp(opened)]);
		expect(connections).toBe(2);
	});

	it('is not sent through a tunnel that opens after the execution was cancelled', async () => {
		const asked = nextTunnel();
		const controller = new AbortController();
		const facts = factsOfFailure(send('http://graph.invalid', controller.signal));
		const tunnel = await asked;
		controller.abort();
		expect(await facts).toMatchObject({
			what: expect.stringMatching(/cancelled before/),
			outcome: 'notAccepted',
		});
		let received = 0;
		tunnel.on('data', (chunk: Buffer) => {
			received += chunk.length;
		});
		// The client sees the end after the tunnel, and closes after it has sent whatever it would send.
		tunnel.end(opened);
		await once(tunnel, 'close');
		expect(received).toBe(0);
	});
});

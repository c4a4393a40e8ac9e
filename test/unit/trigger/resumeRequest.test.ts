import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { IWebhookFunctions } from 'n8n-workflow';

import { resume } from '../../../nodes/WhatsAppBusinessTrigger/replies/resumeRequest';
import type { Resumption } from '../../../nodes/WhatsAppBusinessTrigger/replies/resumeRequest';
import { isSignedBy, ourselves } from '../../../nodes/shared/signature';

const payload = {
	...{ executionId: '77', nodeId: 'ask / 1', resumeSignature: 'abcd', questionId: 'q1' },
	...{ choice: 0, until: undefined },
};
const reply = {
	...{ token: 't', from: '16505551234', userId: null, profileName: null, messageId: 'wamid.1' },
	...{ timestamp: null, type: 'text', text: 'Grüße', media: null },
};

const signer = ourselves('secret', 'reply to a waiting execution');

let server: Server;
/** The responses of n8n, one after the other; the last one is repeated. */
let responses: Array<[status: number, body: string]>;
let received: Array<{ url: string; host: string; signed: boolean }>;
/** Calls `resume` during a request to this server, as a trigger does. */
let incoming: (socket: Socket) => Promise<void>;

const start = async (address: string) => {
	responses = [];
	received = [];
	server = createServer((request, response) => {
		if (request.url === '/webhook') {
			void incoming(request.socket).finally(() => response.end());
			return;
		}
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks);
			received.push({
				url: request.url ?? '',
				host: request.headers.host ?? '',
				signed: isSignedBy(signer, body, request),
			});
			const [status, text] = (responses.length > 1 ? responses.shift() : responses[0]) ?? [404, ''];
			response.writeHead(status).end(text);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, address, resolve));
	return (server.address() as AddressInfo).port;
};
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const context = (socket: Partial<Socket>, base: string) =>
	({
		evaluateExpression: () => `${base}/webhook-waiting/none`,
		getRequestObject: () => ({ socket }),
	}) as unknown as IWebhookFunctions;

/** Resumes from within a request that came in at this host name. */
async function resumeVia(name: string, port: number, base = 'https://n8n.example.com') {
	let result: Promise<Resumption> | undefined;
	incoming = async (socket) => {
		result = resume(context(socket, base), payload, reply, 'secret', [1, 1, 1]);
		await result.catch(() => undefined);
	};
	await fetch(`http://${name}:${port}/webhook`);
	return await result;
}

const resumed: [number, string] = [200, '{"resumed":true}'];

describe('resume', () => {
	it.each([
		['127.0.0.1', '127.0.0.1'],
		['::1', '[::1]'],
		['::', '127.0.0.1'],
	])('sends the request to the socket of this process: %s', async (address, name) => {
		const port = await start(address);
		responses = [resumed];
		expect(await resumeVia(name, port)).toBe('resumed');
		expect(received).toEqual([
			{
				url: '/webhook-waiting/77/ask%20%2F%201?signature=abcd',
				host: 'n8n.example.com',
				signed: true,
			},
		]);
	});

	it('keeps the path of the URL that n8n signed', async () => {
		const port = await start('127.0.0.1');
		await resumeVia('127.0.0.1', port, 'https://example.com/n8n');
		expect(received[0]?.url).toMatch(/^\/n8n\/webhook-waiting\/77\//);
		expect(received[0]?.host).toBe('example.com');
	});

	it.each<[string, Array<[number, string]>, Resumption, number]>([
		['at once', [resumed], 'resumed', 1],
		['after a while', [[409, '{}'], [409, '{}'], resumed], 'resumed', 3],
		['never, as it has already continued', [[409, '{}']], 'running', 4],
		[
			'never, as it was cancelled',
			[[409, '{"code":409,"message":"The execution \\"77\\" has finished with error."}']],
			'refused',
			1,
		],
		['never, as it is gone', [[404, '{}']], 'refused', 1],
		['never, as it does not wait for this', [[200, '{"resumed":false}']], 'refused', 1],
		['never, as it has ended', [[200, '<html>No action required</html>']], 'refused', 1],
		['never, as another n8n signed the URL', [[401, '{}']], 'refused', 1],
	])('resumes %s', async (_, said, expected, requests) => {
		const port = await start('127.0.0.1');
		responses = said;
		expect(await resumeVia('127.0.0.1', port)).toBe(expected);
		expect(received).toHaveLength(requests);
	});

	it.each([500, 502, 503])('throws if n8n responds with %i', async (status) => {
		const port = await start('127.0.0.1');
		responses = [[status, '']];
		await expect(resumeVia('127.0.0.1', port)).rejects.toThrow(
			`A reply could not be handed to its execution: n8n responded with ${status}`,
		);
	});

	it.each<[string, Partial<Socket> & { encrypted?: boolean }]>([
		['a certificate', { encrypted: true, localAddress: '127.0.0.1', localPort: 1 }],
		['a socket without an address', {}],
	])('uses the public URL behind %s', async (_, socket) => {
		const port = await start('127.0.0.1');
		responses = [resumed];
		const base = `http://127.0.0.1:${port}`;
		expect(await resume(context(socket, base), payload, reply, 'secret')).toBe('resumed');
	});

	it('throws without a secret in the message if no process listens', async () => {
		const port = await start('127.0.0.1');
		await new Promise((resolve) => server.close(resolve));
		const base = `http://127.0.0.1:${port}`;
		const failed = await resume(context({}, base), payload, reply, 'secret').catch(String);
		expect(failed).toMatch(/ECONNREFUSED/);
		expect(failed).not.toMatch(/abcd|secret|signature|Grüße/);
	});
});

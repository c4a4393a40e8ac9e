import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { connectionFromCredential } from '../../../nodes/graphApi/connection';
import { errorFromFailure, GraphError } from '../../../nodes/graphApi/errors';
import type { GraphErrorFacts } from '../../../nodes/graphApi/errors';
import { transport } from '../../../nodes/graphApi/transport';
import type { GraphRequest } from '../../../nodes/graphApi/types';
import { credentialFor } from '../../support/credential';

/** What can happen to a request on its way, against real sockets. */

const message: GraphRequest = { method: 'POST', path: '/1/messages', body: { text: 'Hello' } };
const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
	for (const socket of sockets.splice(0)) socket.destroy();
	for (const server of servers.splice(0)) server.close();
});

async function serve(onConnection: (socket: Socket) => void): Promise<number> {
	const server = createServer((socket) => {
		sockets.push(socket);
		socket.on('error', () => undefined);
		onConnection(socket);
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

async function factsOf(
	url: string,
	{ signal, request = message }: { signal?: AbortSignal; request?: GraphRequest } = {},
): Promise<GraphErrorFacts> {
	const connection = connectionFromCredential(credentialFor(url));
	const error: unknown = await transport(connection, { signal, answerTimeout: 1500 })(request).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(error).toBeInstanceOf(GraphError);
	return (error as GraphError).facts;
}

it('knows that nothing was sent when the connection is cut during the TLS handshake', async () => {
	const port = await serve((socket) => socket.destroy());
	expect(await factsOf(`https://127.0.0.1:${port}`)).toMatchObject({
		outcome: 'notAccepted',
		retryable: true,
	});
});

it('can not know whether a request was carried out that was written before the cut', async () => {
	const port = await serve((socket) => socket.once('data', () => socket.destroy()));
	expect(await factsOf(`http://127.0.0.1:${port}`)).toMatchObject({ outcome: 'unknown' });
});

it('knows that nothing was sent when the execution is cancelled while the connection is made', async () => {
	let received = 0;
	const controller = new AbortController();
	const port = await serve((socket) => {
		controller.abort();
		socket.on('data', (chunk) => {
			received += chunk.length;
		});
	});
	const facts = await factsOf(`http://127.0.0.1:${port}`, { signal: controller.signal });
	// The connection is there at the moment of the cancellation or just before it.
	if (facts.outcome === 'notAccepted') expect(received).toBe(0);
	expect(await factsOf(`http://127.0.0.1:${port}`, { signal: controller.signal })).toMatchObject({
		outcome: 'notAccepted',
		what: expect.stringMatching(/cancelled before/),
	});
});

it('waits for the answer to a message that left before the execution was cancelled', async () => {
	const controller = new AbortController();
	const port = await serve((socket) =>
		socket.once('data', () => {
			controller.abort();
			const answer = '{"messages":[]}';
			setTimeout(
				() => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${answer.length}\r\n\r\n${answer}`),
				50,
			);
		}),
	);
	const connection = connectionFromCredential(credentialFor(`http://127.0.0.1:${port}`));
	const { signal } = controller;
	const { body } = await transport(connection, { signal, answerTimeout: 1500 })(message);
	expect(body).toEqual({ messages: [] });
});

it('breaks a read off at once when the execution is cancelled', async () => {
	const controller = new AbortController();
	const port = await serve((socket) => socket.once('data', () => controller.abort()));
	const request: GraphRequest = { method: 'GET', path: '/1' };
	expect(
		await factsOf(`http://127.0.0.1:${port}`, { signal: controller.signal, request }),
	).toMatchObject({ outcome: 'notAccepted', what: expect.stringMatching(/cancelled/) });
});

it.each([
	['headers', 'HTTP/1.1 200 OK\r\nx: '],
	['body', 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'],
])(
	'ends with an unknown outcome when the %s of the answer drip in without end',
	async (_part, start) => {
		const port = await serve((socket) =>
			socket.once('data', () => {
				socket.write(start);
				const timer = setInterval(() => socket.write(' '), 100);
				socket.once('close', () => clearInterval(timer));
			}),
		);
		expect(await factsOf(`http://127.0.0.1:${port}`)).toMatchObject({
			outcome: 'unknown',
			retryable: false,
		});
	},
);

it('knows that a request did not leave in full when the system refuses to write it', () => {
	const failure = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
	const call = { started: true, repeatable: false, secrets: [] };
	expect(errorFromFailure(failure, call).facts).toMatchObject({
		outcome: 'notAccepted',
		retryable: true,
	});
});

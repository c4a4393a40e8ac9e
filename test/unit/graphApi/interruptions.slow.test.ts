import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';

import { connectionFromCredential } from '../../../nodes/graphApi/hosts';
import { errorFromFailure } from '../../../nodes/graphApi/errors/networkError';
import type { RequestErrorFacts } from '../../../nodes/graphApi/errors/requestError';
import { transport } from '../../../nodes/graphApi/transport';
import type { GraphRequest } from '../../../nodes/graphApi/types';
import { certificateFor } from '../../../simulator/certificate';
import { credentialFor } from '../../support/credential';
import { factsOfFailure } from '../../support/failure';
import { path } from '../../../nodes/graphApi/path';

const message: GraphRequest = {
	method: 'POST',
	path: path`/1/messages`,
	on: 'phoneNumber',
	body: { text: 'Hello' },
};
const servers: Server[] = [];
const sockets: Socket[] = [];

describe('A request that is interrupted', () => {
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

	interface Way {
		signal?: AbortSignal;
		request?: GraphRequest;
		responseTimeout?: number;
	}

	async function factsOf(
		url: string,
		{ signal, request = message, responseTimeout = 60_000 }: Way = {},
	): Promise<RequestErrorFacts> {
		const connection = connectionFromCredential(credentialFor(url));
		return await factsOfFailure(transport(connection, { signal, responseTimeout })(request));
	}

	it('was not sent when the connection is cut during the TLS handshake', async () => {
		const port = await serve((socket) => socket.destroy());
		expect(await factsOf(`https://127.0.0.1:${port}`)).toMatchObject({
			outcome: 'notAccepted',
			retryable: true,
		});
	});

	it('is not retried when the certificate of the host is not trusted', async () => {
		const server = createTlsServer({});
		server.setSecureContext(await certificateFor('127.0.0.1'));
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		expect(await factsOf(`https://127.0.0.1:${port}`)).toMatchObject({
			what: expect.stringMatching(/certificate.* is not trusted/),
			outcome: 'notAccepted',
			retryable: false,
		});
	});

	it('waits longer for a response when it carries a file', async () => {
		const port = await serve(() => undefined);
		const url = `http://127.0.0.1:${port}`;
		const send = transport(connectionFromCredential(credentialFor(url)), { responseTimeout: 2000 });
		const file = { content: Readable.from([Buffer.from('abc')]), size: 3 };
		const withFile = send({ method: 'POST', path: path`/upload:1`, on: 'upload', stream: file });
		await expect(send(message)).rejects.toMatchObject({ facts: { outcome: 'unknown' } });
		for (const socket of sockets) {
			if (socket.writable) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
		}
		expect(await withFile).toEqual({ body: {} });
	});

	it('has an unknown outcome when the connection is cut after it was written', async () => {
		const port = await serve((socket) => socket.once('data', () => socket.destroy()));
		expect(await factsOf(`http://127.0.0.1:${port}`)).toMatchObject({ outcome: 'unknown' });
	});

	it('was not sent when the execution is cancelled while it connects', async () => {
		const controller = new AbortController();
		// The TLS handshake begins and gets no response.
		const port = await serve((socket) => socket.once('data', () => controller.abort()));
		const url = `https://127.0.0.1:${port}`;
		const cancelled = { outcome: 'notAccepted', what: expect.stringMatching(/cancelled before/) };
		expect(await factsOf(url, { signal: controller.signal })).toMatchObject(cancelled);
		expect(await factsOf(url, { signal: controller.signal })).toMatchObject(cancelled);
		expect(sockets).toHaveLength(1);
	});

	it('is never sent when the execution is cancelled while all 256 connections are busy', async () => {
		const connections = 256;
		const response = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
		let received = 0;
		let allTaken = () => {};
		const taken = new Promise<void>((resolve) => {
			allTaken = resolve;
		});
		const port = await serve((socket) =>
			socket.on('data', () => {
				received++;
				if (received > connections) socket.write(response);
				else if (received === connections) allTaken();
			}),
		);
		const url = `http://127.0.0.1:${port}`;
		const send = transport(connectionFromCredential(credentialFor(url)), {
			responseTimeout: 60_000,
		});
		void Promise.allSettled(Array.from({ length: connections }, () => send(message)));
		await taken;
		const controller = new AbortController();
		const cancelled = factsOf(url, { signal: controller.signal });
		controller.abort();
		expect(await cancelled).toMatchObject({
			outcome: 'notAccepted',
			what: expect.stringMatching(/cancelled before/),
		});
		// One connection is released: the cancelled request is first in line for it.
		const next = send(message);
		sockets[0]?.write(response);
		expect(await next).toEqual({ body: {} });
		expect(received).toBe(connections + 1);
	});

	it('still gets its response when it left before the execution was cancelled', async () => {
		const controller = new AbortController();
		const port = await serve((socket) =>
			socket.once('data', () => {
				controller.abort();
				const text = '{"messages":[]}';
				socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`);
			}),
		);
		const connection = connectionFromCredential(credentialFor(`http://127.0.0.1:${port}`));
		const { signal } = controller;
		const { body } = await transport(connection, { signal, responseTimeout: 60_000 })(message);
		expect(body).toEqual({ messages: [] });
	});

	it('has an unknown outcome when no response arrives within 5 seconds of the cancellation', async () => {
		const controller = new AbortController();
		const port = await serve((socket) => socket.once('data', () => controller.abort()));
		const connection = connectionFromCredential(credentialFor(`http://127.0.0.1:${port}`));
		const { signal } = controller;
		const counted: GraphRequest = { ...message, countsFor: { phoneNumberId: '1' } };
		const sent = transport(connection, { signal, responseTimeout: 60_000 })(counted);
		expect(await factsOfFailure(sent)).toMatchObject({
			what: expect.stringMatching(/cancelled while the request was under way/),
			todo: expect.stringMatching(/before you send it again/),
			outcome: 'unknown',
			retryable: false,
		});
	});

	it('is aborted at once on cancellation when it only reads', async () => {
		const controller = new AbortController();
		const port = await serve((socket) => socket.once('data', () => controller.abort()));
		const request: GraphRequest = { method: 'GET', path: path`/1`, on: 'phoneNumber' };
		expect(
			await factsOf(`http://127.0.0.1:${port}`, { signal: controller.signal, request }),
		).toMatchObject({ outcome: 'notAccepted', what: expect.stringMatching(/cancelled/) });
	});

	it.each([
		['headers', 'HTTP/1.1 200 OK\r\nx: '],
		['body', 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'],
	])('has an unknown outcome when the %s of the response never ends', async (_part, start) => {
		const port = await serve((socket) =>
			socket.once('data', () => {
				socket.write(start);
				const timer = setInterval(() => socket.write(' '), 100);
				socket.once('close', () => clearInterval(timer));
			}),
		);
		expect(await factsOf(`http://127.0.0.1:${port}`, { responseTimeout: 1500 })).toMatchObject({
			outcome: 'unknown',
			retryable: false,
		});
	});

	it('was not sent when the system refuses to write it', () => {
		const failure = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
		const call = { started: true, idempotent: false, secrets: [] };
		expect(errorFromFailure(failure, call).facts).toMatchObject({
			outcome: 'notAccepted',
			retryable: true,
		});
	});
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const megabyte = 1024 * 1024;

/** A request that reached a host which should be told nothing. */
export type Heard = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

/** A server of an attacker, which records what it hears. */
export interface HostileHost {
	url: string;
	port: number;
	heard: Heard[];
	/** What the host does with the next requests. */
	respond: RequestListener;
	stop(): Promise<void>;
}

export async function hostileHost(
	respond: RequestListener = (_request, response) => response.end(),
): Promise<HostileHost> {
	const server = createServer((request, response) => {
		const { headers, method, url } = request;
		host.heard.push({ headers, method, url });
		request.on('error', () => undefined);
		response.on('error', () => undefined);
		request.resume();
		host.respond(request, response);
	});
	server.on('clientError', (_error, socket) => socket.destroy());
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	const host: HostileHost = {
		url: `http://127.0.0.1:${port}`,
		port,
		heard: [],
		respond,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return host;
}

/** What an endless response came to. */
export interface Endless {
	respond: RequestListener;
	/** Bytes that each response could write. The buffers of the system take some of them, at most about 10 MB. */
	written: number[];
	/** Whether the other side hung up on each of them. */
	cutOff(): boolean;
}

/** A response that never ends, unless the other side takes `enough` megabytes of it. */
export function endless(
	status: number,
	{
		headers = {},
		chunk = ' '.repeat(65_536),
		start = '',
		enough = 48,
	}: { headers?: Record<string, string>; chunk?: string; start?: string; enough?: number } = {},
): Endless {
	const written: number[] = [];
	let gaveUp = false;
	const write = async (response: ServerResponse) => {
		const index = written.push(0) - 1;
		response.writeHead(status, headers);
		response.write(start);
		while (!response.destroyed && (written[index] ?? 0) < enough * megabyte) {
			await new Promise<void>((resolve) => {
				response.once('close', resolve);
				response.write(chunk, () => {
					response.off('close', resolve);
					resolve();
				});
			});
			if (!response.destroyed) written[index] = (written[index] ?? 0) + chunk.length;
		}
		if (response.destroyed) return;
		gaveUp = true;
		response.end();
	};
	return {
		written,
		cutOff: () => written.length > 0 && !gaveUp,
		respond: (_request, response) => void write(response),
	};
}

/** Writes bytes as they are, so that a response may be no HTTP at all. */
export const raw =
	(text: string, { end = true } = {}): RequestListener =>
	({ socket }) => {
		if (end) socket.end(text, 'latin1');
		else socket.write(text, 'latin1');
	};

/** Sends a whole response. */
export const reply =
	(status: number, headers: Record<string, string>, body: Buffer | string = ''): RequestListener =>
	(_request, response) => {
		response.writeHead(status, headers).end(body);
	};

export const json = (status: number, body: unknown): RequestListener =>
	reply(
		status,
		{ 'content-type': 'application/json' },
		typeof body === 'string' ? body : JSON.stringify(body),
	);

export const redirect = (location: string, status = 302): RequestListener =>
	raw(
		`HTTP/1.1 ${status} Found\r\nlocation: ${location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
	);

/** The beginning of a body that announces more, and then a cut connection. */
export const brokenOff =
	(status: number, start: string): RequestListener =>
	(_request, response) => {
		response.writeHead(status, { 'content-length': String(start.length + 1000) });
		response.write(start, () => setImmediate(() => response.destroy()));
	};

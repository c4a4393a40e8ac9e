import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it arrived. */
export interface Received {
	method: string;
	url: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface TestServer {
	url: string;
	port: number;
	received: Received[];
	stop(): Promise<void>;
}

/** A real HTTP server on a free port of this machine that records its requests. */
export async function startServer(
	respond: (request: Received, response: ServerResponse, socket: Socket) => void,
): Promise<TestServer> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const { method = '', url = '', headers, socket } = request;
		const onBody = (body: string) => {
			const entry = { method, url, headers, body };
			received.push(entry);
			respond(entry, response, socket);
		};
		// A client that aborts gets no response.
		text(request).then(onBody, () => undefined);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, port, received, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}

export function respondJson(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

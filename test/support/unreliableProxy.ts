import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A TCP proxy that can be closed and opened again, as when a network is down. */
export interface UnreliableProxy {
	/** The URL to use instead of the server's. */
	url: string;
	/** Cuts every connection and refuses new ones. */
	close(): Promise<void>;
	open(): Promise<void>;
}

/** Starts a proxy to the server at `target`, e.g. `http://127.0.0.1:4010`. */
export async function unreliableProxy(target: string): Promise<UnreliableProxy> {
	const { hostname, port: targetPort } = new URL(target);
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		const onward = connect(Number(targetPort), hostname);
		for (const end of [socket, onward]) {
			sockets.add(end);
			end.on('error', () => undefined);
			end.once('close', () => {
				sockets.delete(end);
				socket.destroy();
				onward.destroy();
			});
		}
		socket.pipe(onward).pipe(socket);
	});
	const listen = (port: number) =>
		new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, '127.0.0.1', resolve);
		});
	await listen(0);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		open: () => listen(port),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}

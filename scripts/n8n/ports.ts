import { createServer } from 'node:net';

/** A port on 127.0.0.1 that nothing listens on: `preferred` or the next free one above it, any if 0. */
export async function freePort(preferred = 0): Promise<number> {
	for (let port = preferred; ; port++) {
		const free = await tryPort(port);
		if (free !== undefined) return free;
		if (preferred === 0 || port - preferred > 100) {
			throw new Error(`No free port on 127.0.0.1 from ${preferred} to ${port}.`);
		}
	}
}

function tryPort(port: number): Promise<number | undefined> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
		});
	});
}

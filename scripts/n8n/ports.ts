import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Not the ports of outgoing connections, one of which could take a port before a program has it, or has it again. */
const [lowest, highest] = [20_000, 32_000];

let next = randomInt(lowest, highest);

/** A port on 127.0.0.1 that nothing listens on: `preferred` or the next free one above it, another each time if 0. */
export async function freePort(preferred = 0): Promise<number> {
	for (let tries = 0; tries <= 100; tries++) {
		const port = preferred === 0 ? another() : preferred + tries;
		if (await isFree(port)) return port;
	}
	throw new Error(`No free port on 127.0.0.1${preferred === 0 ? '' : ` from ${preferred} on`}.`);
}

function another(): number {
	next = next === highest ? lowest : next + 1;
	return next;
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

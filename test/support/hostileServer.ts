import type { ServerResponse } from 'node:http';

/** What a server has sent before the connection was closed. */
export interface Sent {
	/** Bytes handed to the connection. What the network buffers is included: up to a few MB. */
	bytes: number;
	/** Resolves when the connection is closed. */
	closed: Promise<void>;
}

const chunk = Buffer.alloc(64 * 1024, 'x');

/** Sends a body without end, as fast as the other side reads. Its headers may have been set before. */
export function sendEndlessly(response: ServerResponse): Sent {
	const sent = { bytes: 0, closed: closing(response) };
	const more = (): void => {
		while (!response.destroyed) {
			sent.bytes += chunk.length;
			if (!response.write(chunk)) return void response.once('drain', more);
		}
	};
	more();
	return sent;
}

/** Sends a body without end, one byte after the other. */
export function drip(response: ServerResponse, everyMilliseconds = 20): Sent {
	const sent = { bytes: 0, closed: closing(response) };
	const timer = setInterval(() => {
		sent.bytes++;
		response.write('x');
	}, everyMilliseconds);
	void sent.closed.then(() => clearInterval(timer));
	return sent;
}

function closing(response: ServerResponse): Promise<void> {
	response.on('error', () => undefined);
	return new Promise((resolve) => void response.once('close', resolve));
}

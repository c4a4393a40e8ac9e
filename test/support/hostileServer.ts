import type { ServerResponse } from 'node:http';

/** What a server has sent before the connection was closed. */
export interface Sent {
	/** Bytes or interim responses handed to the connection. What the network buffers is included: up to a few MB. */
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
export function drip(response: ServerResponse): Sent {
	return repeat(response, () => response.write('x'));
}

/** Sends a header without end, one byte after the other. */
export function dripHeaders(response: ServerResponse): Sent {
	const { socket } = response;
	socket?.write('HTTP/1.1 200 OK\r\nx-drip: ');
	return repeat(response, () => socket?.write('x'));
}

/** Sends interim responses without end, and never the response. */
export function promise(response: ServerResponse): Sent {
	return repeat(response, () => response.writeProcessing());
}

function repeat(response: ServerResponse, send: () => void): Sent {
	const sent = { bytes: 0, closed: closing(response) };
	const timer = setInterval(() => {
		sent.bytes++;
		send();
	}, 20);
	void sent.closed.then(() => clearInterval(timer));
	return sent;
}

function closing(response: ServerResponse): Promise<void> {
	response.on('error', () => undefined);
	return new Promise((resolve) => void response.once('close', resolve));
}

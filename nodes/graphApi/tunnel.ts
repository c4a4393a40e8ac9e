import type { buildConnector } from 'undici';

type Connect = buildConnector.connector;

/** No way through the proxy came about: it closed the connection, or the time was up. */
export class TunnelError extends Error {
	constructor(
		readonly code: 'PROXY_CLOSED' | 'PROXY_TIMEOUT',
		options?: ErrorOptions,
	) {
		super('The proxy opened no tunnel', options);
		this.name = 'TunnelError';
	}
}

/**
 * Makes a way of connecting through a proxy end after one attempt and in time, like connecting directly.
 * @param connect undici's own, which has a limit for each step at most.
 * @param timeout milliseconds for all of it: reaching the proxy, its answer and the TLS handshake behind it.
 */
export function tunnelConnect(connect: Connect, timeout: number): Connect {
	return (options, callback) => {
		let timedOut = false;
		const timer = setTimeout(() => {
			timedOut = true;
			callback(new TunnelError('PROXY_TIMEOUT'), null);
		}, timeout);
		connect(options, (error, socket) => {
			if (timedOut) {
				socket?.destroy();
				return;
			}
			clearTimeout(timer);
			if (error) callback(endsAttempt(error), null);
			else callback(null, socket);
		});
	};
}

// undici takes these for the end of an idle connection and connects again at once, without end.
const reconnectingCodes: readonly unknown[] = ['UND_ERR_SOCKET', 'UND_ERR_INFO'];

function endsAttempt(error: Error): Error {
	const reconnects = 'code' in error && reconnectingCodes.includes(error.code);
	return reconnects ? new TunnelError('PROXY_CLOSED', { cause: error }) : error;
}

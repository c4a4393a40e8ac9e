import type { buildConnector } from 'undici';

type Connect = buildConnector.connector;

/** The proxy did not open a tunnel: it closed the connection, or the time was up. */
export class TunnelError extends Error {
	constructor(
		readonly code: 'PROXY_CLOSED' | 'PROXY_TIMEOUT',
		options?: ErrorOptions,
	) {
		super('The proxy did not open a tunnel', options);
		this.name = 'TunnelError';
	}
}

/**
 * Wraps a proxy connector with a single attempt and an overall timeout, like a direct connection.
 * @param connect undici's connector, which limits single steps at most.
 * @param timeout milliseconds for everything: reaching the proxy, its response and the TLS handshake behind it.
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

// undici takes these codes for the end of an idle connection and would reconnect at once, endlessly.
const reconnectingCodes: readonly unknown[] = ['UND_ERR_SOCKET', 'UND_ERR_INFO'];

function endsAttempt(error: Error): Error {
	const reconnects = 'code' in error && reconnectingCodes.includes(error.code);
	return reconnects ? new TunnelError('PROXY_CLOSED', { cause: error }) : error;
}

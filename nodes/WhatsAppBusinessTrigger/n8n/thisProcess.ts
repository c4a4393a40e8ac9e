import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

import { Agent } from 'undici';

/** Bypasses proxies, which may not reach this process. */
export const direct = new Agent();

/** The origin that received the current request; undefined for TLS, whose certificate needs a host name. */
export function originOfThisProcess(socket: Socket): string | undefined {
	const { localAddress, localPort, localFamily } = socket;
	if ((socket as Partial<TLSSocket>).encrypted === true || localAddress === undefined) {
		return undefined;
	}
	return `http://${localFamily === 'IPv6' ? `[${localAddress}]` : localAddress}:${localPort}`;
}

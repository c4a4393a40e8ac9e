import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

import { Agent } from 'undici';

import { processState } from '../../graphApi/processState';

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

const known = processState((): { origin?: string } => ({}));

/** Remembers the origin that received a request, for what this process asks itself later. */
export function rememberOrigin(socket: Socket): void {
	known().origin = originOfThisProcess(socket) ?? known().origin;
}

/** The origin that received the last request that was remembered. */
export function knownOrigin(): string | undefined {
	return known().origin;
}

import { isIPv6 } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';

import { BlockedHostError } from './egressFilter';
import type { EgressFilter } from './egressFilter';

type Connect = buildConnector.connector;

/**
 * Wraps a connector so that the host of each connection is checked first. A proxy resolves names itself, so this is
 * the only check of what is behind one. A direct connection also needs `filteredLookup`.
 */
export function filteredConnect(connect: Connect, filter: EgressFilter): Connect {
	return (options, callback) => {
		const { hostname } = options;
		checkHost(isIPv6(hostname) ? `[${hostname}]` : hostname, filter).then(
			() => connect(options, callback),
			(error: unknown) => callback(error as Error, null),
		);
	};
}

/** The lookup of a connection: the address that is checked is the address that is connected to. */
export function filteredLookup(filter: EgressFilter): LookupFunction {
	const lookup = filter.createSecureLookup();
	return (hostname, options, callback) => {
		lookup(hostname, options, (error, address, family) => {
			const addresses = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
			if (error) callback(reasonOf(error), address, family);
			else if (!addresses.includes(anyIPv6)) callback(null, address, family);
			else {
				checkHost(`[${anyIPv6}]`, filter).then(
					() => callback(null, address, family),
					(blocked: unknown) => callback(blocked as Error, address, family),
				);
			}
		});
	};
}

// Connecting to it leads to this machine, like its twin of IPv4, which n8n's filter knows.
const anyIPv6 = '::';
const anyIPv4 = '0.0.0.0';

async function checkHost(host: string, filter: EgressFilter): Promise<void> {
	const checked = host === `[${anyIPv6}]` ? anyIPv4 : host;
	const result = await filter.validateUrl(new URL(`http://${checked}`));
	if (!result.ok) throw reasonOf(result.error);
}

// A name that can't be resolved is not blocked.
function reasonOf(error: Error): Error {
	return 'syscall' in error ? error : new BlockedHostError({ cause: error });
}

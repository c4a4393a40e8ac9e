import { lookup as dnsLookup } from 'node:dns/promises';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

import { BlockedHostError } from './egressFilter';
import type { EgressFilter } from './egressFilter';

/**
 * What `default` means in N8N_SSRF_BLOCKED_IP_RANGES: this machine, private networks, cloud metadata, and ranges that
 * lead nowhere. Newer versions of n8n apply their own list.
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/use-environment-variables/ssrf-protection
 */
const defaultRanges = [
	...['0.0.0.0/8', '127.0.0.0/8', '::/128', '::1/128'],
	...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
	...['169.254.0.0/16', 'fe80::/10'],
	...['192.0.0.0/24', '192.0.2.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
	// IPv6 addresses that contain an IPv4 address.
	...['64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'],
];

type Resolve = (
	hostname: string,
	options: LookupOptions & { all: true },
) => Promise<LookupAddress[]>;

/**
 * The filter for n8n's variables N8N_SSRF_…, where n8n does not offer its own.
 * @returns undefined when the protection is off.
 */
export function environmentFilter(resolve: Resolve = dnsLookup): EgressFilter | undefined {
	if (!['true', '1'].includes(variable('PROTECTION_ENABLED').toLowerCase())) return undefined;
	const blocked = ranges(
		entries(variable('BLOCKED_IP_RANGES', 'default')).flatMap((entry) =>
			entry.toLowerCase() === 'default' ? defaultRanges : [entry],
		),
	);
	const allowed = ranges(entries(variable('ALLOWED_IP_RANGES')));
	const isAllowedName = nameMatcher(entries(variable('ALLOWED_HOSTNAMES')));
	const isBlockedName = nameMatcher(entries(variable('BLOCKED_HOSTNAMES')));

	function checkAddress(address: string): void {
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
		if (!allowed.check(address, family) && blocked.check(address, family)) {
			throw new BlockedHostError();
		}
	}
	async function resolved(hostname: string, options: LookupOptions): Promise<LookupAddress[]> {
		const isAllowed = isAllowedName(hostname);
		if (!isAllowed && isBlockedName(hostname)) throw new BlockedHostError();
		const addresses = await resolve(hostname, { ...options, all: true });
		if (!isAllowed) for (const { address } of addresses) checkAddress(address);
		return addresses;
	}
	const secureLookup: LookupFunction = (hostname, options, callback) =>
		void resolved(hostname, options).then(
			(addresses) => {
				if (options.all) callback(null, addresses);
				else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
			},
			(error: unknown) => callback(error as Error, []),
		);
	return {
		async validateUrl({ hostname }) {
			const host = hostname.replace(/^\[|\]$/g, '');
			try {
				if (isIP(host)) checkAddress(host);
				else await resolved(host, {});
				return { ok: true };
			} catch (error) {
				return { ok: false, error: error as Error };
			}
		},
		createSecureLookup: () => secureLookup,
	};
}

/** A variable of n8n, which may also be in a file. */
function variable(name: string, otherwise = ''): string {
	const value = process.env[`N8N_SSRF_${name}`];
	const file = process.env[`N8N_SSRF_${name}_FILE`];
	const text = value ?? (file ? readFileSync(file, 'utf8') : otherwise);
	return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}

function entries(list: string): string[] {
	return list
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

function ranges(texts: readonly string[]): BlockList {
	const list = new BlockList();
	for (const text of texts) {
		const [network = '', prefix = ''] = text.split('/');
		const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
		try {
			list.addSubnet(network, Number.parseInt(prefix, 10), family);
		} catch {
			// n8n ignores an invalid entry and warns of it in its log.
		}
	}
	return list;
}

/** Patterns are whole names, or `*.` and a domain for every name below it. */
function nameMatcher(patterns: readonly string[]): (hostname: string) => boolean {
	const names = patterns.map(comparable);
	return (hostname) => {
		const name = comparable(hostname);
		return names.some((pattern) =>
			pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern,
		);
	};
}

function comparable(hostname: string): string {
	return hostname.toLowerCase().replace(/\.$/, '');
}

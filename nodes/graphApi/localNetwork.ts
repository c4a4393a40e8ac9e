import { BlockList, isIP } from 'node:net';

/**
 * Loopback, private, link-local and shared addresses.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const localAddresses = new BlockList();
for (const [network, prefix] of [
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
] as const) {
	localAddresses.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
	['::1', 128],
	['fc00::', 7],
	['fe80::', 10],
] as const) {
	localAddresses.addSubnet(network, prefix, 'ipv6');
}

/**
 * Endings that nobody can register: https://www.rfc-editor.org/rfc/rfc6761, https://www.rfc-editor.org/rfc/rfc8375,
 * https://www.rfc-editor.org/rfc/rfc6762#appendix-G. `svc` is that of Kubernetes.
 */
const localEndings = new Set(
	'localhost local internal lan home corp private intranet home.arpa svc test invalid'.split(' '),
);

/**
 * Whether a host can only be reached from its own network, as far as its name says: a local address, a name without a
 * dot such as a container's, or a name with an ending that only exists within a network.
 * @param hostname as `URL` writes it, i.e. in lower case and an IPv6 address in brackets
 */
export function isOnLocalNetwork(hostname: string): boolean {
	const address = hostname.replace(/^\[|\]$/g, '');
	const family = isIP(address);
	if (family !== 0) return localAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
	const labels = hostname.split('.');
	if (labels.length === 1) return true;
	if (labels.at(-1) === '') labels.pop();
	return localEndings.has(labels.at(-1) ?? '') || localEndings.has(labels.slice(-2).join('.'));
}

import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** A TLS context that trusts some authorities beside those that this process trusts anyway. */
export function contextTrusting(authorities: string): tls.SecureContext {
	return tls.createSecureContext({ ca: [...processAuthorities(), authorities] });
}

// Custom authorities replace Node's, so Node's must be listed, too.
function processAuthorities(): readonly string[] {
	return nodeHasList(tls)
		? tls.getCACertificates('default')
		: [...tls.rootCertificates, ...extraAuthorities()];
}

interface AuthorityList {
	getCACertificates(type: 'default'): string[];
}

/** Since Node 22.15: https://nodejs.org/api/tls.html#tlsgetcacertificatestype */
function nodeHasList(module: object): module is AuthorityList {
	return 'getCACertificates' in module;
}

/** https://nodejs.org/api/cli.html#node_extra_ca_certsfile */
function extraAuthorities(): string[] {
	const file = process.env.NODE_EXTRA_CA_CERTS;
	try {
		return file ? [readFileSync(file, 'utf8')] : [];
	} catch {
		// Node has warned of it when it started.
		return [];
	}
}

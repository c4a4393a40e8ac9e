import type { LookupFunction } from 'node:net';

/**
 * Says which hosts this n8n may call: n8n's SSRF protection, or the part of it that connections need.
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/security/enable-ssrf-protection
 */
export interface EgressFilter {
	/** Resolves the host of a URL and checks its addresses. An IP address is checked as it is. */
	validateUrl(url: URL): Promise<{ ok: true } | { ok: false; error: Error }>;
	/** Resolves like `dns.lookup`, and fails for an address that may not be called. */
	createSecureLookup(): LookupFunction;
}

/** The filter does not let n8n call the host. */
export class BlockedHostError extends Error {
	readonly code = 'HOST_BLOCKED';

	constructor(options?: ErrorOptions) {
		super('This host may not be called', options);
		this.name = 'BlockedHostError';
	}
}

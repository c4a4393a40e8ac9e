import type { EgressFilter } from '../graphApi/egress/egressFilter';

/** What n8n offers to a node that calls hosts without n8n's own HTTP client. Older versions do not have it. */
interface EgressHelpers {
	getSecureEgressFilter?(): EgressFilter | undefined;
}

/**
 * n8n's SSRF protection as it is set for this n8n.
 * @returns undefined where n8n does not offer it: in older versions and in credential tests.
 */
export function egressFilterOf(context: { helpers?: object }): EgressFilter | undefined {
	return (context.helpers as EgressHelpers | undefined)?.getSecureEgressFilter?.();
}

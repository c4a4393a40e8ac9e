/**
 * Whether an address is one of this trigger's own two, for production and for test runs: the same n8n, and
 * at the end of the path what n8n gave to this node alone.
 */
export function isOwnAddress(url: string, own: string): boolean {
	if (!URL.canParse(url)) return false;
	const [one, other] = [new URL(url), new URL(own)];
	return one.origin === other.origin && nodePart(one) === nodePart(other);
}

/**
 * The production address that belongs to the address of a test run. n8n names the two apart by a part of
 * the path: https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/use-environment-variables/endpoints
 */
export function productionAddress(testUrl: string): string {
	const { N8N_ENDPOINT_WEBHOOK: live, N8N_ENDPOINT_WEBHOOK_TEST: test } = process.env;
	return testUrl.replace(`/${test ?? 'webhook-test'}/`, `/${live ?? 'webhook'}/`);
}

/** n8n's address of a node ends in the ID of its webhook and the path it describes. */
function nodePart({ pathname }: URL): string {
	return pathname.split('/').slice(-2).join('/');
}

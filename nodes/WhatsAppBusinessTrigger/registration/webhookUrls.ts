/**
 * Whether an address is one of this trigger's own two, for production and for test runs: the same n8n, and
 * at the end of the path what n8n gave to this node alone.
 */
export function isOwnWebhook(url: string, own: string): boolean {
	if (!URL.canParse(url)) return false;
	const bases = [own, webhookBase(), fromEnvironment('N8N_EDITOR_BASE_URL')];
	const origins = bases.flatMap((base) =>
		base && URL.canParse(base) ? [new URL(base).origin] : [],
	);
	return origins.includes(new URL(url).origin) && nodePart(url) === nodePart(own);
}

/**
 * The production address that belongs to the address of a test run. n8n names the two apart by a part of
 * the path, and newer versions may give the one of the test run the host of the editor:
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/use-environment-variables/endpoints
 */
export function productionUrl(testUrl: string): string {
	const live = fromEnvironment('N8N_ENDPOINT_WEBHOOK') ?? 'webhook';
	const test = fromEnvironment('N8N_ENDPOINT_WEBHOOK_TEST') ?? 'webhook-test';
	const [base = '', node] = testUrl.split(`/${test}/`);
	if (node === undefined) return testUrl;
	return `${(webhookBase() ?? base).replace(/\/$/, '')}/${live}/${node}`;
}

function webhookBase(): string | undefined {
	return fromEnvironment('N8N_WEBHOOK_URL') ?? fromEnvironment('WEBHOOK_URL');
}

// n8n takes off quotes that came along from a file.
function fromEnvironment(name: string): string | undefined {
	const value = process.env[name]?.trim().replace(/^["']+|["']+$/g, '');
	return value === '' ? undefined : value;
}

/** n8n's address of a node ends in the ID of its webhook and the path it describes. */
function nodePart(url: string): string {
	return new URL(url).pathname.split('/').slice(-2).join('/');
}

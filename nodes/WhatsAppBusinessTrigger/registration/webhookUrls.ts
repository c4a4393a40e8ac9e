import { nodePart } from '../../shared/publishedTriggers';

/**
 * Whether a URL is one of this trigger's two webhook URLs (production and test): the same n8n instance and
 * the same node at the end of the path.
 */
export function isOwnWebhook(url: string, webhookUrl: string): boolean {
	return isOfThisN8n(url, webhookUrl) && nodePart(url) === nodePart(webhookUrl);
}

/** Whether a URL has the host of this n8n. @param webhookUrl of one of its triggers */
export function isOfThisN8n(url: string, webhookUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const bases = [webhookUrl, webhookBase(), fromEnvironment('N8N_EDITOR_BASE_URL')];
	const origins = bases.flatMap((base) =>
		base && URL.canParse(base) ? [new URL(base).origin] : [],
	);
	return origins.includes(new URL(url).origin);
}

/**
 * Returns the production URL for the URL of a test run. The two differ in a part of the path, and in newer
 * versions of n8n the URL of the test run may have the host of the editor:
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/use-environment-variables/endpoints
 */
export function productionUrl(testUrl: string): string {
	const live = fromEnvironment('N8N_ENDPOINT_WEBHOOK') ?? 'webhook';
	const test = fromEnvironment('N8N_ENDPOINT_WEBHOOK_TEST') ?? 'webhook-test';
	const [base = '', node] = testUrl.split(`/${test}/`);
	if (node === undefined) return testUrl;
	return `${(webhookBase() ?? base).replace(/\/$/, '')}/${live}/${node}`;
}

/** Whether a URL is that of a test run of the trigger with this production URL. */
export function isTestUrlOf(url: string, production: string): boolean {
	return url !== production && productionUrl(url) === production;
}

/** Somebody else's callback URL for an error or a log: what proves who calls it may be in its user part or its query. */
export function shownUrl(url: string): string {
	const [place = '', query] = url.split(/[?#]/, 2);
	const shown = place.replace(/^([a-z]+:\/\/)[^/]*@/i, '$1');
	return query === undefined ? shown : `${shown}?[hidden]`;
}

function webhookBase(): string | undefined {
	return fromEnvironment('N8N_WEBHOOK_URL') ?? fromEnvironment('WEBHOOK_URL');
}

// n8n strips quotes from values, too.
function fromEnvironment(name: string): string | undefined {
	const value = process.env[name]?.trim().replace(/^["']+|(?<!["'])["']+$/g, '');
	return value === '' ? undefined : value;
}

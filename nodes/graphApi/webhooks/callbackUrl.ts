import type { Refusal } from '../hosts/host';
import { isOnLocalNetwork } from '../localNetwork';

/** How a wrong webhook URL of n8n is corrected. */
export const setWebhookUrl =
	'Set the environment variable WEBHOOK_URL to the public URL of n8n, e.g. https://n8n.example.com/, and restart n8n.';

/**
 * Why a host does not reach a callback URL, or not over an encrypted connection. A host of the same network may do with
 * http.
 * @param host as in a sentence, and a URL of its API.
 */
export function refuseUnreachable(
	url: string,
	{ hostName, apiUrl }: { hostName: string; apiUrl: string },
): Refusal | undefined {
	const { hostname, protocol } = new URL(url);
	if (isOnLocalNetwork(hostname)) {
		if (isOnLocalNetwork(new URL(apiUrl).hostname)) return undefined;
		return {
			what: `is ${url}, which ${hostName} cannot reach over the internet`,
			todo: setWebhookUrl,
		};
	}
	if (protocol === 'https:') return undefined;
	return {
		what: `is ${url}, so messages would travel unencrypted over the internet`,
		todo: setWebhookUrl,
	};
}

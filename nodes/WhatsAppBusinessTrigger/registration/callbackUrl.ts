import { metaHost } from '../../graphApi/connection';
import { InputError } from '../../shared/inputError';
import { isLoopback } from '../../shared/loopback';
import { limits } from '../../shared/limits';

const field = 'Webhook URL';
const setWebhookUrl =
	'Set the environment variable WEBHOOK_URL to the public URL of n8n, e.g. https://n8n.example.com/, and restart n8n.';

/**
 * Checks a callback URL before it is registered.
 * @param apiUrl base URL of the Graph API; only a simulator can reach a loopback address.
 * @throws InputError for a URL that Meta would refuse.
 */
export function checkCallbackUrl(url: string, apiUrl: string): void {
	const { protocol, hostname } = new URL(url);
	if (isLoopback(hostname)) {
		if (!apiUrl.startsWith(metaHost)) return;
		throw new InputError(
			field,
			`is ${url}, which can be reached only from this computer`,
			setWebhookUrl,
		);
	}
	if (protocol !== 'https:') {
		throw new InputError(field, `is ${url}, but WhatsApp accepts https URLs only`, setWebhookUrl);
	}
	if (url.length > limits.webhookUrl) {
		throw new InputError(
			field,
			`has ${url.length} characters, but WhatsApp accepts at most ${limits.webhookUrl}`,
			'Set WEBHOOK_URL to a shorter URL and restart n8n.',
		);
	}
}

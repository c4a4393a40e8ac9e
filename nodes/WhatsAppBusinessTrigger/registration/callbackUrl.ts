import { metaHost } from '../../graphApi/connection';
import { InputError } from '../../shared/inputError';
import { isLoopback } from '../../shared/loopback';
import { limits } from '../../shared/limits';

const field = 'Webhook URL';
const setWebhookUrl =
	'Give n8n the address under which the internet reaches it: set the environment variable WEBHOOK_URL, e.g. https://n8n.example.com/, and restart n8n.';

/**
 * Checks an address that Meta is about to be told, as far as it can be known before.
 * @param apiUrl the address of the Graph API; only a simulator reaches a loopback address.
 * @throws InputError when Meta would not take it.
 */
export function checkCallbackUrl(url: string, apiUrl: string): void {
	const { protocol, hostname } = new URL(url);
	if (isLoopback(hostname)) {
		if (!apiUrl.startsWith(metaHost)) return;
		throw new InputError(field, `is ${url}, which only this computer can reach`, setWebhookUrl);
	}
	if (protocol !== 'https:') {
		throw new InputError(
			field,
			`is ${url}, but WhatsApp calls https addresses only`,
			setWebhookUrl,
		);
	}
	if (url.length > limits.webhookUrl) {
		throw new InputError(
			field,
			`has ${url.length} characters, and WhatsApp takes ${limits.webhookUrl}`,
			'Give n8n a shorter address (WEBHOOK_URL).',
		);
	}
}

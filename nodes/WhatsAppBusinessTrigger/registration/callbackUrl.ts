import { metaHost } from '../../graphApi/connection';
import { setWebhookUrl } from '../../graphApi/webhooks/callbackUrl';
import type { HostWebhooks } from '../../graphApi/webhooks/hostWebhooks';
import { InputError } from '../../shared/inputError';
import { isLoopback } from '../../shared/loopback';
import { limits } from '../../shared/limits';

const field = 'Webhook URL';

/**
 * Checks a callback URL before it is registered.
 * @param apiUrl base URL of the Graph API; only a simulator can reach a loopback address.
 * @throws InputError for a URL that the host would refuse.
 */
export function checkCallbackUrl(
	url: string,
	apiUrl: string,
	{ refuseUrl }: Pick<HostWebhooks, 'refuseUrl'> = {},
): void {
	if (refuseUrl) {
		const refusal = refuseUrl(url);
		if (refusal) throw new InputError(field, refusal.what, refusal.todo);
		return;
	}
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

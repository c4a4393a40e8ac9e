import { z } from 'zod';
import type { SimulatorContext } from '../../context';
import type { OutgoingWebhook } from '../../webhooks';
import type { WebhookChange } from '../../webhooks/payload';
import { refusal } from './errors';
import { withLookaside } from './media';
import { dialog360Of, type Dialog360Webhook } from './state';

const schema = z.object({
	url: z.string(),
	headers: z.record(z.string(), z.string()).default({}),
});

/** Where 360dialog delivers. Without a webhook, its URL is empty. */
export function getWebhook({ state }: SimulatorContext): Record<string, unknown> {
	return { ...(dialog360Of(state).webhook ?? { url: '' }) };
}

/**
 * Sets where 360dialog delivers, and the headers of each delivery. It calls the URL only to deliver. An empty URL ends
 * the deliveries: there is no other way that is documented.
 *
 * @throws HostError 400 for a URL that 360dialog does not take
 * @see https://docs.360dialog.com/docs/hub/webhook-url
 */
export function setWebhook(
	{ state }: SimulatorContext,
	path: string,
	body: unknown,
): Record<string, unknown> {
	const { success, data } = schema.safeParse(body);
	if (!success) throw refusal(path, 400, 'url must be a string, and headers an object of strings');
	const wrong = data.url === '' ? undefined : wrongWith(data.url);
	if (wrong) throw refusal(path, 400, wrong);
	dialog360Of(state).webhook = data.url === '' ? undefined : data;
	return { ...data };
}

function wrongWith(url: string): string | undefined {
	const target = URL.canParse(url) ? new URL(url) : undefined;
	if (target?.protocol !== 'https:') return 'Webhook url must be a valid https URL';
	if (url.includes('_')) return 'Webhook url must not contain an underscore';
	// As written: the parser drops the usual port.
	if (/^https:\/\/[^/?#]*:\d/i.test(url)) return 'Webhook url must not contain a port';
	return undefined;
}

/** Meta's webhook as 360dialog hands it on: unsigned, with the headers that were set. */
export function delivery(
	simulator: SimulatorContext,
	{ field, phoneNumberId }: WebhookChange,
	body: Record<string, unknown>,
	{ url, headers }: Dialog360Webhook,
): OutgoingWebhook {
	return {
		field,
		phoneNumberId,
		via: '360dialog',
		url,
		body: withLookaside(body, simulator),
		headers: () => headers,
	};
}

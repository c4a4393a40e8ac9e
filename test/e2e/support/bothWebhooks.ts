import { business } from '../../../simulator';
import { webhookBody, type WebhookChange } from '../../../simulator/webhooks/payload';
import { signedPost } from '../../support/signedPost';
import { messageWebhook } from './messageWebhook';
import { overrideUrl } from './triggerWorkflow';
import { until } from './until';
import { queueWorld } from './world';

let sent = 0;

/** The URLs of the published trigger in both webhook processes. */
export async function triggerUrls(): Promise<[string, string]> {
	const { webhookUrl, otherWebhookUrl } = queueWorld.cluster;
	const url = await until('the registration', overrideUrl);
	return [url, url.replace(webhookUrl, otherWebhookUrl)];
}

/**
 * Delivers a text that a customer has written, just now if left out, as Meta does.
 * @returns the status of n8n's response.
 */
export async function deliverText(
	url: string,
	text: string,
	from?: string,
	secondsAgo?: number,
): Promise<number> {
	const value = messageWebhook(`wamid.both.${Date.now()}.${++sent}`, text, from, secondsAgo);
	return await deliver(url, { field: 'messages', value });
}

/** Delivers a change as Meta does. */
export async function deliver(
	url: string,
	{ field, value }: Pick<WebhookChange, 'field' | 'value'>,
): Promise<number> {
	return await signedPost(url, JSON.stringify(webhookBody(business.waba.id, [{ field, value }])));
}

import type { INodeProperties } from 'n8n-workflow';

import { isLoopback } from '../../shared/loopback';
import type { Parameters } from '../parameters/parameters';
import type { WebhookOverride } from '../../shared/webhookRequests';
import { limits } from '../../shared/limits';

/** The callback URL and verify token of a webhook override. Read with `readOverride`. */
export const overrideFields: INodeProperties[] = [
	{
		displayName: 'Callback URL',
		name: 'callbackUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/whatsapp',
		description: `Public https URL to which WhatsApp sends the webhooks, at most ${limits.webhookUrl} characters. WhatsApp calls it at once to verify it.`,
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description:
			'The token WhatsApp sends to verify the callback URL. The receiver must expect the same token.',
	},
];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 * @throws InputError when the URL is not https, or the token is missing.
 */
export function readOverride(parameters: Parameters): WebhookOverride {
	const url = parameters.url('callbackUrl', { maxLength: limits.webhookUrl });
	const { protocol, hostname } = new URL(url);
	// A simulator on this computer is reached without https.
	if (protocol !== 'https:' && !isLoopback(hostname)) {
		throw parameters.error(
			'callbackUrl',
			'is not an https URL',
			"WhatsApp calls https URLs only. Begin it with 'https://'.",
		);
	}
	return { url, verifyToken: parameters.text('verifyToken').trim() };
}

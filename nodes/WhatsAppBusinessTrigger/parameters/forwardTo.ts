import type { INodeProperties } from 'n8n-workflow';

import { isOnLocalNetwork } from '../../graphApi/localNetwork';
import { InputError } from '../../shared/inputError';

export const forwardToField: INodeProperties = {
	displayName: 'Forward To (URL)',
	name: 'forwardTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://chat.example.com/webhooks/whatsapp/+16505551234',
	description:
		"A second system, such as Chatwoot or a CRM, that gets what the host delivers to this trigger's production URL: unchanged, and with its signature if there is one. What it does not accept is retried for 24 hours.",
};

/** Whether the option is set. An expression may return any type. */
export function isForwarding(stored: unknown): boolean {
	return stored !== undefined && stored !== null && stored !== '';
}

/**
 * Reads the option 'Forward To (URL)'.
 * @throws InputError for a URL that nothing may be forwarded to.
 */
export function readForwardTo(stored: unknown): URL {
	const text = typeof stored === 'string' ? stored.trim() : '';
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
		throw invalid('is not a valid URL', "Enter a full URL that begins with 'https://'.");
	}
	if (url.username !== '' || url.password !== '') {
		throw invalid('contains a user name or password', 'Enter the URL without them.');
	}
	if (url.protocol === 'http:' && !isOnLocalNetwork(url.hostname)) {
		throw invalid(
			"begins with 'http://', so messages would travel unencrypted through the internet",
			"Enter it with 'https://'. Only hosts of your own network, such as http://chatwoot:3000, can be called without encryption.",
		);
	}
	return url;
}

function invalid(what: string, todo: string): InputError {
	return new InputError(forwardToField.displayName, what, todo);
}

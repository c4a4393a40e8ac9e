import type { IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import { isTestRun, nodeOf, triggerKey } from '../n8n/trigger';
import { readCredential } from '../../shared/credential';

/**
 * Milliseconds for which a credential is cached. Reading it takes a query and a decryption, and in newer
 * versions of n8n also a sandbox. That is most of the work of handling a webhook, and anybody can send one.
 */
export const credentialLifetime = 5_000;

interface Reading {
	at: number;
	credential: Promise<CredentialData>;
}

const recent = processState(() => new Map<string, Reading>());

/**
 * Returns the node's credential, which may be a few seconds old. A test run always reads it again.
 * @param maximumAge in milliseconds, at most `credentialLifetime`.
 * @throws n8n's error for a deleted credential, which may be as old.
 */
export async function recentCredential(
	context: IWebhookFunctions,
	maximumAge = credentialLifetime,
): Promise<CredentialData> {
	if (isTestRun(context)) return await readCredential(context);
	const key = `${triggerKey(context)} ${nodeOf(context).credentials?.whatsAppBusinessApi?.id}`;
	const known = recent().get(key);
	if (known && Date.now() - known.at < maximumAge) return await known.credential;
	const reading = { at: Date.now(), credential: readCredential(context) };
	recent().set(key, reading);
	const forget = () => {
		if (recent().get(key) === reading) recent().delete(key);
	};
	setTimeout(forget, credentialLifetime).unref();
	return await reading.credential;
}

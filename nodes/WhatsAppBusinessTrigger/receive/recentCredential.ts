import type { IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import { isTestRun, triggerKey } from '../n8n/trigger';
import { readCredential } from '../../shared/credential';

/**
 * Milliseconds for which a credential is cached. Reading it takes a query and a decryption, and in newer
 * versions of n8n also a sandbox. That is most of the work of handling a webhook.
 */
export const credentialLifetime = 5_000;

const recent = processState(() => new Map<string, Promise<CredentialData>>());

/**
 * Returns the node's credential, which may be a few seconds old. A test run always reads it again.
 * @throws n8n's error for a deleted credential.
 */
export async function recentCredential(context: IWebhookFunctions): Promise<CredentialData> {
	if (isTestRun(context)) return await readCredential(context);
	const key = `${triggerKey(context)} ${context.getNode().credentials?.whatsAppBusinessApi?.id}`;
	const known = recent().get(key);
	if (known) return await known;
	const read = readCredential(context);
	recent().set(key, read);
	const forget = () => recent().delete(key);
	setTimeout(forget, credentialLifetime).unref();
	read.catch(forget);
	return await read;
}

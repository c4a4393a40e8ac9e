import type { IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import { isTestRun, triggerKey } from '../n8n/trigger';
import { readCredential } from '../../shared/credential';

/**
 * Milliseconds for which a credential is not read again. Reading it is a query and a decryption, in newer
 * versions of n8n also a sandbox of its own: most of the work that a webhook is.
 */
export const credentialLifetime = 5_000;

const recent = processState(() => new Map<string, Promise<CredentialData>>());

/**
 * The node's credential as it was at most some seconds ago; in a test run as it is.
 * @throws what n8n throws for a credential that is gone.
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

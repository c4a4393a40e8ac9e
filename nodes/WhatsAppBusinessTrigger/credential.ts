import type { IHookFunctions, ILoadOptionsFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';

/** The node's credential, as n8n hands it over after decryption. */
export async function readCredential(
	context: Pick<IHookFunctions | IWebhookFunctions | ILoadOptionsFunctions, 'getCredentials'>,
): Promise<CredentialData> {
	return await context.getCredentials<CredentialData & Record<string, string>>(
		'whatsAppBusinessApi',
	);
}

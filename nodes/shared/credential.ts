import type { CredentialData } from '../graphApi/connection';

/** What reads the credential of a node, in whichever context n8n calls it. */
interface CredentialContext {
	getCredentials<Data extends object>(type: string): Promise<Data>;
}

/** The node's credential, as n8n hands it over after decryption. */
export async function readCredential(context: CredentialContext): Promise<CredentialData> {
	return await context.getCredentials<CredentialData>('whatsAppBusinessApi');
}

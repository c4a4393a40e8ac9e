import { trimmed } from '../connection';
import { checkSecret, missingSecret } from './credentialFields';
import type { Host } from './host';

const field = 'API Key';

/** Reads the API key of a host that has one. */
export const apiKeySecret: Pick<Host, 'secretOf' | 'requireSecret'> = {
	secretOf: ({ apiKey }) => trimmed(apiKey),
	requireSecret(credential) {
		const apiKey = trimmed(credential.apiKey);
		if (apiKey === '') throw missingSecret(field);
		checkSecret(field, apiKey, 'Copy the whole key again.');
		return apiKey;
	},
};

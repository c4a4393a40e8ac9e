import { accountOf } from '../../connection';
import { apiKeySecret } from '../apiKey';
import { apiVersion, isOnOneOf, urlOr } from '../credentialFields';
import type { Host } from '../host';
import { ownSecretOf } from '../ownSecrets';

export const kapsoUrl = 'https://api.kapso.ai';

/** The newest version that Kapso documents. https://docs.kapso.ai/api/introduction */
export const kapsoVersion = 'v24.0';

/** https://docs.kapso.ai/api/introduction */
export const kapso: Host = {
	...apiKeySecret,
	connect(credential) {
		const apiKey = apiKeySecret.requireSecret(credential);
		const host = urlOr(kapsoUrl, credential);
		return {
			hostName: 'Kapso',
			baseUrl: `${host}/meta/whatsapp/${apiVersion(credential, kapsoVersion)}`,
			host,
			bases: { platform: `${host}/platform/v1` },
			accessToken: '',
			headers: { 'x-api-key': apiKey },
			query: {},
			account: { ...accountOf(credential), appId: '' },
			webhook: {},
			ownSecret: ownSecretOf(credential, this),
			secrets: [apiKey],
			mayReceiveSecret: (url) => isOnOneOf(url, [host]),
		};
	},
};

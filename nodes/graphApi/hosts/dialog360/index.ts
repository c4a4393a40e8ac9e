import { accountOf } from '../../connection';
import { apiKeySecret } from '../apiKey';
import { isOnOneOf, urlOr } from '../credentialFields';
import type { Host } from '../host';
import { ownSecretOf } from '../ownSecrets';
import { dialog360Webhooks } from './webhooks';

export const dialog360Url = 'https://waba-v2.360dialog.io';

/** https://docs.360dialog.com/docs/waba-messaging/messaging */
export const dialog360: Host = {
	...apiKeySecret,
	webhooks: (credential) => dialog360Webhooks(credential, () => urlOr(dialog360Url, credential)),
	connect(credential) {
		const apiKey = apiKeySecret.requireSecret(credential);
		const host = urlOr(dialog360Url, credential);
		return {
			hostName: '360dialog',
			baseUrl: host,
			host,
			bases: {},
			accessToken: '',
			headers: { 'd360-api-key': apiKey },
			query: {},
			account: { ...accountOf(credential), appId: '' },
			webhook: {},
			ownSecret: ownSecretOf(credential, this),
			secrets: [apiKey],
			mayReceiveSecret: (url) => isOnOneOf(url, [host]),
		};
	},
};

import { accountOf, trimmed } from '../../connection';
import { checkSecret, isOnOneOf, missingSecret, typedUrl } from '../credentialFields';
import type { Host } from '../host';
import { ownSecretOf } from '../ownSecrets';

/** A server that speaks the format of Meta's On-Premises API, such as Turn.io. */
export const onPremises: Host = {
	secretOf: ({ accessToken, password }) => trimmed(accessToken) || (password ?? ''),
	requireSecret(credential) {
		const secret = this.secretOf(credential);
		if (secret === '') throw missingSecret('Access Token');
		return secret;
	},
	connect(credential) {
		const accessToken = this.requireSecret(credential);
		checkSecret('Access Token', accessToken, 'Copy the whole token again.');
		const host = typedUrl(credential);
		return {
			hostName: 'the On-Premises server',
			baseUrl: `${host}/v1`,
			host,
			bases: {},
			accessToken,
			headers: { authorization: `Bearer ${accessToken}` },
			query: {},
			account: { ...accountOf(credential), appId: '' },
			webhook: {},
			ownSecret: ownSecretOf(credential, this),
			secrets: [accessToken],
			mayReceiveSecret: (url) => isOnOneOf(url, [host]),
		};
	},
};

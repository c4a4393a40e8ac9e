import { accountOf } from '../../connection';
import { apiKeySecret } from '../apiKey';
import { apiVersion, isOnOneOf, urlOr, withoutEnd } from '../credentialFields';
import type { Host } from '../host';
import { kapsoIds } from './ids';
import { ownSecretOf } from '../ownSecrets';
import { refusal } from './offered';
import { readResponse, statusMeanings } from './responses';
import { translate } from './translate';
import { kapsoWebhooks } from './webhooks';

export const kapsoUrl = 'https://api.kapso.ai';

const proxyPath = '/meta/whatsapp';
const platformPath = '/platform/v1';

/** The newest version that Kapso documents. https://docs.kapso.ai/api/introduction */
export const kapsoVersion = 'v24.0';

/** https://docs.kapso.ai/api/introduction */
export const kapso: Host = {
	...apiKeySecret,
	webhooks: (credential) => kapsoWebhooks(credential, () => urlOr(kapsoUrl, credential)),
	ids: kapsoIds,
	connect(credential) {
		const apiKey = apiKeySecret.requireSecret(credential);
		const host = withoutEnd(urlOr(kapsoUrl, credential), [proxyPath, platformPath]);
		const proxy = `${host}${proxyPath}/${apiVersion(credential, kapsoVersion)}`;
		return {
			hostName: 'Kapso',
			baseUrl: proxy,
			host,
			bases: { platform: `${host}${platformPath}`, proxy },
			accessToken: '',
			headers: { 'x-api-key': apiKey },
			query: {},
			account: { ...accountOf(credential), appId: '' },
			ownSecret: ownSecretOf(credential, this),
			secrets: [apiKey],
			// https://github.com/gokapso/whatsapp-cloud-api-js: the key goes to hosts of Kapso's only.
			mayReceiveSecret: (url) => isOnOneOf(url, [host]) || isKapsos(url),
			refusal,
			translate,
			readResponse,
			statusMeanings,
			// Kapso counts requests per minute and key. https://docs.kapso.ai/api/introduction
			rateKey: apiKey,
		};
	},
};

function isKapsos({ protocol, port, hostname }: URL): boolean {
	return protocol === 'https:' && port === '' && hostname.endsWith('.kapso.ai');
}

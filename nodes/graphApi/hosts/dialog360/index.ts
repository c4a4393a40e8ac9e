import { accountOf } from '../../connection';
import { apiKeySecret } from '../apiKey';
import { isOnOneOf, urlOr } from '../credentialFields';
import type { Host } from '../host';
import { dialog360Ids } from './ids';
import { ownSecretOf } from '../ownSecrets';
import { failedMediaRead } from './media';
import { refusal } from './offered';
import { readError, readResponse, statusMeanings } from './responses';
import { translate } from './translate';
import { dialog360Webhooks } from './webhooks';

export const dialog360Url = 'https://waba-v2.360dialog.io';

/** https://docs.360dialog.com/docs/messaging-api */
export const dialog360: Host = {
	...apiKeySecret,
	webhooks: (credential) => dialog360Webhooks(credential, () => urlOr(dialog360Url, credential)),
	ids: dialog360Ids,
	connect(credential) {
		const apiKey = apiKeySecret.requireSecret(credential);
		const host = urlOr(dialog360Url, credential);
		const account = { ...accountOf(credential), appId: '' };
		return {
			hostName: '360dialog',
			baseUrl: host,
			host,
			bases: {},
			accessToken: '',
			headers: { 'd360-api-key': apiKey },
			query: {},
			account,
			ownSecret: ownSecretOf(credential, this),
			secrets: [apiKey],
			mayReceiveSecret: (url) => isOnOneOf(url, [host]),
			refusal: (call) => refusal(call, account),
			translate,
			readResponse: (body, request) => readResponse(body, request, host),
			readError,
			statusMeanings,
			failedFileRead: failedMediaRead,
		};
	},
};

import { createHmac } from 'node:crypto';

import { accountOf, appSecretOf, metaHost, trimmed, webhookVerifyToken } from '../connection';
import { meta as signedByMeta } from '../webhooks/signer';
import { apiVersion, checkSecret, isOnOneOf, missingSecret, typedUrl } from './credentialFields';
import type { Host } from './host';
import { ownSecretOf } from './ownSecrets';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival */
const metaApiHost = 'https://api.facebook.com';

/** The hosts of the Cloud API's media URLs. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#download-media */
const metaMediaHosts = ['lookaside.fbsbx.com'];

const secretOf: Host['secretOf'] = ({ accessToken }) => trimmed(accessToken);

const requireSecret: Host['requireSecret'] = (credential) => {
	const accessToken = secretOf(credential);
	if (accessToken === '') throw missingSecret('Access Token');
	return accessToken;
};

/**
 * Proof that a call comes from someone who has the app secret: HMAC-SHA256 of the access token, in hex.
 * https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof
 */
function appSecretProof(accessToken: string, appSecret: string): string {
	return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

function graphApiAt(hostOf: (credential: Parameters<Host['connect']>[0]) => string): Host {
	return {
		secretOf,
		requireSecret,
		webhooks(credential) {
			const appSecret = appSecretOf(credential);
			return {
				signer: appSecret === undefined ? undefined : signedByMeta(appSecret),
				// Derived for a verification only, as every delivery comes by here.
				get verifyToken() {
					return webhookVerifyToken(credential);
				},
			};
		},
		connect(credential) {
			const accessToken = requireSecret(credential);
			checkSecret(
				'Access Token',
				accessToken,
				"Copy the whole token again, without 'Bearer' in front of it.",
			);
			const appSecret = appSecretOf(credential);
			const verifyToken = webhookVerifyToken(credential);
			const host = hostOf(credential);
			const proof = appSecret === undefined ? '' : appSecretProof(accessToken, appSecret);
			const bases = { api: host === metaHost ? metaApiHost : host };
			return {
				hostName: 'Meta',
				baseUrl: `${host}/${apiVersion(credential)}`,
				host,
				bases,
				accessToken,
				headers: { authorization: `Bearer ${accessToken}` },
				query: proof === '' ? noQuery : { appsecret_proof: proof },
				account: accountOf(credential),
				ownSecret: ownSecretOf(credential, this),
				secrets: [accessToken, appSecret ?? '', proof, verifyToken ?? ''].filter(
					(secret) => secret !== '',
				),
				mayReceiveSecret: (url) =>
					isOnOneOf(url, [host, bases.api]) || isMediaHost(url, metaMediaHosts),
			};
		},
	};
}

function isMediaHost(url: URL, hosts: readonly string[]): boolean {
	return url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname);
}

const noQuery: Readonly<Record<string, string>> = {};

export const meta = graphApiAt(() => metaHost);

/** A stand-in for the Graph API, such as a proxy or the simulator. */
export const custom = graphApiAt((credential) => typedUrl(credential));

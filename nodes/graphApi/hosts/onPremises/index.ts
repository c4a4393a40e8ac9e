import { accountOf, CredentialError, trimmed } from '../../connection';
import type { Connection, CredentialData } from '../../connection';
import { checkSecret, isOnOneOf, missingSecret, typedUrl, withoutEnd } from '../credentialFields';
import type { Host } from '../host';
import { onPremisesIds } from './ids';
import { ownSecretOf } from '../ownSecrets';
import { readResponse, several, translate } from './calls';
import { checkContact } from './contact';
import { authoritiesOf } from './certificate';
import { errorMeaning, readError } from './errors';
import { logIn } from './logIn';
import { refusal } from './refusal';
import { onPremisesWebhooks } from './webhooks';

const version = '/v1';

/**
 * A server that speaks the format of Meta's On-Premises API, such as Turn.io.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference
 */
export const onPremises: Host = {
	ids: onPremisesIds,
	keepsCallbackData: false,
	secretOf: ({ accessToken, password }) => trimmed(accessToken) || (password ?? ''),
	requireSecret(credential) {
		const secret = this.secretOf(credential);
		if (secret === '') {
			if (trimmed(credential.username) !== '') throw missingSecret('Password');
			throw new CredentialError(
				'Access Token',
				"The credential has no token and no log-in. Fill in 'Access Token', or 'Username' and 'Password'.",
			);
		}
		return secret;
	},
	webhooks(credential) {
		return onPremisesWebhooks(credential, this.requireSecret(credential), () =>
			typedUrl(credential),
		);
	},
	connect(credential) {
		this.requireSecret(credential);
		const host = withoutEnd(typedUrl(credential), [version]);
		const baseUrl = `${host}${version}`;
		const server = {
			baseUrl,
			namespace: trimmed(credential.templateNamespace),
			takesLinks: !isTurn(host),
		};
		return {
			hostName: 'the On-Premises server',
			baseUrl,
			host,
			bases: {},
			...authorization(credential, baseUrl),
			query: {},
			account: { ...accountOf(credential), appId: '' },
			ownSecret: ownSecretOf(credential, this),
			authorities: authoritiesOf(credential),
			mayReceiveSecret: (url) => isOnOneOf(url, [host]),
			refusal,
			translate: (request) => translate(request, server),
			several,
			mend: checkContact,
			readResponse,
			readOther,
			readError,
			errorMeaning,
		};
	},
};

/** A log-in if there is a password, otherwise a fixed token. */
function authorization(
	credential: CredentialData,
	baseUrl: string,
): Pick<Connection, 'accessToken' | 'headers' | 'secrets' | 'openSession'> {
	const { password = '' } = credential;
	if (password !== '') {
		const user = { username: usernameOf(credential), password };
		return {
			accessToken: '',
			headers: {},
			secrets: [password],
			openSession: logIn(baseUrl, user),
		};
	}
	const accessToken = trimmed(credential.accessToken);
	checkSecret('Access Token', accessToken, 'Copy the whole token again.');
	return {
		accessToken,
		headers: { authorization: `Bearer ${accessToken}` },
		secrets: [accessToken],
	};
}

function usernameOf(credential: CredentialData): string {
	const username = trimmed(credential.username);
	if (username === '') {
		throw new CredentialError(
			'Username',
			"The credential has a password, but no username. Fill in 'Username', or remove the password and fill in 'Access Token'.",
		);
	}
	if (username.includes(':')) {
		throw new CredentialError(
			'Username',
			"The username in the credential contains a colon, which a log-in cannot send. Use a user without one, or fill in 'Access Token' instead of the username and password.",
		);
	}
	return username;
}

/** https://whatsapp.turn.io/docs/api/media: media is sent by ID. */
function isTurn(host: string): boolean {
	return /(^|\.)turn\.io$/.test(new URL(host).hostname);
}

/** Many calls say nothing, and some lists are no object. */
const readOther: Connection['readOther'] = (body, text) => {
	if (Array.isArray(body)) return { data: body };
	return text.trim() === '' ? {} : undefined;
};

import { hostNameOf } from '../connection';
import type { Connection, CredentialData, HostName } from '../connection';
import { dialog360 } from './dialog360';
import type { HostWebhooks } from '../webhooks/hostWebhooks';
import type { Host } from './host';
import { kapso } from './kapso';
import { custom, meta } from './meta';
import { onPremises } from './onPremises';
import { ownSecretOf as ownSecretFrom, ownSecretsFrom } from './ownSecrets';

/** A new host gets a module beside these and a line here. */
const hosts: Record<HostName, Host> = { meta, custom, kapso, dialog360, onPremises };

function hostOf(credential: CredentialData): Host {
	return hosts[hostNameOf(credential)];
}

/**
 * Makes the connection from what the user typed into the credential.
 * @throws CredentialError when a field is missing or invalid; nothing has been sent then.
 */
export function connectionFromCredential(credential: CredentialData): Connection {
	const host = hostOf(credential);
	const connection = host.connect(credential);
	const { ids, keepsCallbackData } = host;
	return { ...connection, keepsCallbackData, account: { ...connection.account, ids } };
}

/** How the host delivers webhooks, and where it keeps their callback URL. Errors as `Host.webhooks`. */
export function webhooksOf(credential: CredentialData): HostWebhooks {
	const host = hostOf(credential);
	return Object.assign(host.webhooks(credential), {
		isOfOneNumber: host.ids?.isOfOneNumber,
		keepsCallbackData: host.keepsCallbackData,
	});
}

/**
 * What the keys of the nodes' own signatures and tokens are derived from: the first makes them, each is understood.
 * @throws CredentialError without a secret.
 */
export function ownSecretsOf(credential: CredentialData): [string, ...string[]] {
	return ownSecretsFrom(credential, hostOf(credential));
}

/** The secret of requests that the nodes send to themselves at once. Errors as `ownSecretsOf`. */
export function ownSecretOf(credential: CredentialData): string {
	return ownSecretFrom(credential, hostOf(credential));
}

import { appSecretOf } from '../connection';
import type { CredentialData } from '../connection';
import type { Host } from './host';

/**
 * What the keys of the nodes' own signatures and tokens are derived from: the first makes them, each is understood, as
 * the app secret may be filled in meanwhile or only for the trigger. Nobody else knows the secret of the host.
 * @throws CredentialError without both.
 */
export function ownSecretsFrom(
	credential: CredentialData,
	host: Pick<Host, 'secretOf' | 'requireSecret'>,
): [string, ...string[]] {
	const appSecret = appSecretOf(credential);
	if (appSecret === undefined) return [host.requireSecret(credential)];
	const secret = host.secretOf(credential);
	return secret === '' ? [appSecret] : [appSecret, secret];
}

/** The secret of requests that the nodes send to themselves at once. Errors as `ownSecretsFrom`. */
export function ownSecretOf(
	credential: CredentialData,
	host: Pick<Host, 'secretOf' | 'requireSecret'>,
): string {
	return ownSecretsFrom(credential, host)[0];
}

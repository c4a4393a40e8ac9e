import type { GraphRequest } from '../../graphApi/types';
import { KnownAccount } from './knownAccount';
import type { TokenApi } from './reachable';

/**
 * Looks up the number and account of the credential for a request that the host carries out only with them. What it
 * leaves open, the host's refusal explains.
 * @throws RequestError
 */
export async function findOwner(api: TokenApi, { on }: Pick<GraphRequest, 'on'>): Promise<void> {
	if (!api.connection.account.ids?.ownedBy?.includes(on)) return;
	const known = new KnownAccount(api);
	await known.find('phoneNumberId');
	await known.find('wabaId');
}

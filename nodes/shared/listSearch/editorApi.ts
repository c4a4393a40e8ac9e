import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { GraphApi } from '../../graphApi/graphApi';
import { accountApi } from '../account/wrongId';
import { readCredential } from '../credential';
import { egressFilterOf } from '../egressFilter';

/**
 * The Graph API with the credential chosen in the node panel. No retries: a person waits.
 * @throws CredentialError when the credential is incomplete or invalid.
 */
export async function editorApi(
	context: Pick<ILoadOptionsFunctions, 'getCredentials'> & { helpers?: object },
): Promise<GraphApi> {
	return accountApi(await readCredential(context), { egress: egressFilterOf(context) });
}

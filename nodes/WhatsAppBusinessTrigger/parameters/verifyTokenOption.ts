import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { connectionFromCredential } from '../../graphApi/connection';
import { readCredential } from '../../shared/credential';

/** Shows the verify token of the credential in the editor, to be copied; it is not stored in the workflow. */
export async function getVerifyToken(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { verifyToken } = connectionFromCredential(await readCredential(this)).webhook;
	return verifyToken === undefined ? [] : [{ name: verifyToken, value: '' }];
}

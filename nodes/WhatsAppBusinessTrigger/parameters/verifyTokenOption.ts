import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { connectionFromCredential } from '../../graphApi/hosts';
import { readCredential } from '../../shared/credential';

/** Shows the verify token in the editor, so that it can be copied. It is not stored in the workflow. */
export async function getVerifyToken(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { verifyToken } = connectionFromCredential(await readCredential(this)).webhook;
	return verifyToken === undefined ? [] : [{ name: verifyToken, value: '' }];
}

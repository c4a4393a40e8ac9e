import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { webhooksOf } from '../../graphApi/hosts';
import { noVerifyToken } from '../../graphApi/webhooks/hostWebhooks';
import { readCredential } from '../../shared/credential';

/** Shows the verify token in the editor, so that it can be copied. It is not stored in the workflow. */
export async function getVerifyToken(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { verifyToken = noVerifyToken } = webhooksOf(await readCredential(this));
	return verifyToken === noVerifyToken ? [] : [{ name: verifyToken, value: '' }];
}

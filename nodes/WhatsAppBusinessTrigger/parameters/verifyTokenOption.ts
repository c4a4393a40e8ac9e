import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { webhooksOf } from '../../graphApi/hosts';
import { noVerifyToken } from '../../graphApi/webhooks/hostWebhooks';
import { readCredential } from '../../shared/credential';

/**
 * Shows in the editor what is entered together with the webhook URL, so that it can be copied: with Meta the verify token.
 * It is not stored in the workflow.
 */
export async function getVerifyToken(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { byHand, verifyToken = noVerifyToken } = webhooksOf(await readCredential(this));
	if (byHand !== undefined) return [{ name: byHand.text, value: '', description: byHand.where }];
	return verifyToken === noVerifyToken ? [] : [{ name: verifyToken, value: '' }];
}

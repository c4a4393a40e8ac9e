import type { ILoadOptionsFunctions, INodeProperties, ResourceMapperFields } from 'n8n-workflow';

import { webhooksOf } from '../../graphApi/hosts';
import { noVerifyToken } from '../../graphApi/webhooks/hostWebhooks';
import { readCredential } from '../../shared/credential';
import { noFields, noFieldsBecauseOf } from '../../shared/emptyFields';

/**
 * Shows the text to enter together with the webhook URL. A resource mapper is the only field in which n8n shows a text that
 * it asks the node for, in full and selectable. The text is not stored in the workflow.
 */
export const textByHandField: INodeProperties = {
	displayName: 'Verify Token or Secret',
	name: 'textByHand',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'Copy this text into the Meta app dashboard or, with another host, where the text says',
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: 'getTextByHand',
			mode: 'add',
			fieldWords: { singular: 'text', plural: 'texts' },
			multiKeyMatch: false,
			supportAutoMap: false,
		},
	},
};

/** With Meta the verify token, with others what they ask for. */
export async function getTextByHand(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	try {
		const { byHand, verifyToken } = webhooksOf(await readCredential(this));
		if (byHand !== undefined) return noFields(byHand.where, byHand.text);
		if (verifyToken === undefined) {
			return noFields("Fill in 'App Secret' in the credential: the verify token is made from it.");
		}
		if (verifyToken === noVerifyToken) return noFields('The host needs nothing but the URL.');
		return noFields('Enter it in the Meta app dashboard as the verify token', verifyToken);
	} catch (error) {
		return noFieldsBecauseOf(error, this.getNode());
	}
}

import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { connectionFromCredential } from '../graphApi/connection';
import type { Connection } from '../graphApi/connection';
import { readCredential } from './credential';
import { receive } from './delivery';
import { optionsField } from './fields';
import type { TriggerOptions } from './fields';
import type { HttpAnswer } from './httpAnswer';
import type { WebhookRequest } from './requestBody';
import { answerVerification } from './verification';

/**
 * Handles a request to the webhook address: Meta's check of the address (GET) or a delivery (POST).
 * A refused request is answered here, starts no execution and is not logged.
 */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	let connection: Connection;
	try {
		connection = connectionFromCredential(await readCredential(this));
	} catch (error) {
		// Thrown on, it would become a failed execution for every request anyone sends. Meta tries again later.
		this.logger.error(
			`'${this.getNode().name}' can't take in a webhook: ${error instanceof Error ? error.message : 'unknown error'}`,
		);
		return answer(this, { status: 500, text: 'The trigger is not set up correctly' });
	}
	const { appSecret, verifyToken } = connection.webhook;
	if (this.getWebhookName() === 'setup') {
		return answer(this, answerVerification(this.getQueryData() as IDataObject, verifyToken));
	}
	const request = this.getRequestObject() as unknown as WebhookRequest;
	const { acceptUnsigned } = this.getNodeParameter(optionsField, {}) as TriggerOptions;
	const delivery = await receive(request, {
		appSecret,
		acceptUnsigned: acceptUnsigned === true,
		events: this.getNodeParameter('events', []) as string[],
	});
	if ('refusal' in delivery) return answer(this, delivery.refusal);
	if (delivery.items.length === 0) return {};
	const items = delivery.items.map((item): INodeExecutionData => ({
		json: item as unknown as IDataObject,
	}));
	return { workflowData: [items] };
}

function answer(context: IWebhookFunctions, { status, text }: HttpAnswer): IWebhookResponseData {
	const response = context.getResponseObject().status(status).type('text/plain');
	// A refused body may be unread; what is left of it must not be taken for the next request.
	if (status >= 400) response.set('connection', 'close');
	response.send(text);
	return { noWebhookResponse: true };
}

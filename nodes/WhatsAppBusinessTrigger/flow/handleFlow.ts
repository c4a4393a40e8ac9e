import type { ServerResponse } from 'node:http';

import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { webhooksOf } from '../../graphApi/hosts';
import { memoryOf } from '../../memory/memoryOf';
import { respond } from '../n8n/respond';
import { sentResponse } from '../n8n/sentResponse';
import { readDelivery } from '../../shared/delivery';
import type { WebhookRequest } from '../../shared/requestBody';
import { acceptsUnsigned, handlesFlows, readSettings } from '../parameters/settings';
import { flowExchangeOf } from './exchange';
import { flowRequestsOf } from './flowRequests';
import { flowsPrivateKey } from '../../shared/flowsPrivateKey';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes#endpoint_error_codes */
const unsignedStatus = 432;

/**
 * Handles a request of a Flow. The workflow creates the response. The same request again gets the same
 * response, and none if that is no longer known.
 * @throws InputError if the credential has no usable private key.
 */
export async function handleFlow(
	context: IWebhookFunctions,
	request: WebhookRequest,
	credential: CredentialData,
): Promise<IWebhookResponseData> {
	const { signer } = webhooksOf(credential);
	const delivery = await readDelivery(request, {
		signers: signer === undefined ? [] : [signer],
		acceptUnsigned: () => acceptsUnsigned(context, signer),
		unsignedStatus,
	});
	if ('refusal' in delivery) return respond(context, delivery.refusal);
	if (!handlesFlows(readSettings(context))) {
		return respond(context, { status: 404, text: 'This trigger does not handle Flows' });
	}
	const exchange = flowExchangeOf(delivery.body, flowsPrivateKey(credential));
	if ('response' in exchange) return respond(context, exchange.response);

	const requests = await flowRequestsOf(context, memoryOf(credential));
	const response = context.getResponseObject();
	// Not the body: where signatures are not checked, the same request may come in other bytes.
	const { aesKey, initialVector } = exchange.item.encryption;
	const id = Buffer.from(`${aesKey} ${initialVector}`);
	if (!(await requests.claim(id))) {
		const known = requests.responseTo(id, () => response.closed);
		const sent = await Promise.race([known, closed(response)]);
		return respond(context, sent ?? { status: 409, text: 'This request was received before' });
	}
	void requests.keep(id, sentResponse(response));
	return { workflowData: [[{ json: exchange.item as unknown as IDataObject }]] };
}

/** Resolves when the sender no longer waits. */
function closed(response: ServerResponse): Promise<undefined> {
	return new Promise((resolve) => {
		response.once('close', () => {
			resolve(undefined);
		});
	});
}

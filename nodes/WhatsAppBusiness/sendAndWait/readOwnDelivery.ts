import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { asObject } from '../../graphApi/coerce';
import { reportField } from '../../shared/chatReply';
import { readDelivery } from '../../shared/delivery';
import type { Delivery } from '../../shared/delivery';
import { isSignedBy, ourselves } from '../../shared/signature';

/** What the trigger has signed: JSON, or a field of a form with JSON. */
export async function readOwnDelivery(
	context: IWebhookFunctions,
	secrets: readonly string[],
): Promise<Delivery> {
	const request = context.getRequestObject();
	const signers = secrets.map((secret) => ourselves(secret, 'reply to a waiting execution'));
	const report = sentFields(context)[reportField];
	if (typeof report !== 'string') {
		return await readDelivery(request, {
			signers,
			acceptUnsigned: () => false,
			unsignedStatus: 401,
		});
	}
	const body = Buffer.from(report);
	const isSigned = signers.some((signer) => isSignedBy(signer, body, request));
	return isSigned ? { body } : { refusal: { status: 401, text: '' } };
}

/** n8n has parsed the form and separated its fields from its files, or parsed any JSON, even `null`. */
export function sentFields(context: IWebhookFunctions): Record<string, unknown> {
	return asObject<Record<string, unknown>>(
		asObject<IDataObject>(context.getBodyData()).data as Record<string, unknown>,
	);
}

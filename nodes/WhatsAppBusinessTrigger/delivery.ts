import { eventsOf } from './events';
import type { HttpAnswer } from './httpAnswer';
import { itemOf } from './items';
import type { EventItem } from './items';
import { parsePayload } from './parsePayload';
import { readRawBody } from './requestBody';
import type { WebhookRequest } from './requestBody';
import { isSignedByMeta, signatureHeader } from './signature';

/** What became of a delivery: items for the workflow, or a refusal that starts nothing. */
export type Delivery = { items: EventItem[] } | { refusal: HttpAnswer };

/** What the user set for taking in webhooks. */
export interface DeliverySettings {
	/** What the signature is checked with. */
	appSecret: string | undefined;
	/** Take the body as it is when there is no app secret to check it with. */
	acceptUnsigned: boolean;
	/** The event groups that start the workflow. */
	events: readonly string[];
}

/**
 * Takes in one webhook of Meta's: size, then signature, then what is inside. Nothing is parsed before
 * the signature is known to be Meta's.
 */
export async function receive(
	request: WebhookRequest,
	{ appSecret, acceptUnsigned, events }: DeliverySettings,
): Promise<Delivery> {
	const signature = request.headers[signatureHeader];
	if (appSecret === undefined ? !acceptUnsigned : signature === undefined) return unsigned;

	const body = await readRawBody(request);
	if (body === 'tooLarge') return refuse(413, 'The body is larger than any webhook of WhatsApp');
	if (body === 'unreadable') return refuse(400, 'The body could not be read');
	if (appSecret !== undefined && !isSignedByMeta(body, signature, appSecret)) return unsigned;

	const payload = parsePayload(body);
	if (!payload) return refuse(400, 'The body is not a webhook of a WhatsApp Business Account');
	return { items: eventsOf(payload, events).map(itemOf) };
}

function refuse(status: number, text: string): Delivery {
	return { refusal: { status, text } };
}

const unsigned = refuse(401, 'The signature is missing or wrong');

import { errorMeaning } from '../errorTable';
import { plainText } from '../plainText';
import { shortened, textLimits } from '../textLimits';
import { RequestError } from './requestError';

/** Why a message was not delivered, as Meta says it. */
export interface DeliveryFailure {
	code: number | null;
	message: string | null;
	details: string | null;
}

/** WhatsApp accepted a message, and reported later that it was not delivered. */
export class DeliveryError extends RequestError {}

/**
 * Makes the error for the status `failed`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export function errorFromFailedDelivery({
	code,
	message,
	details,
}: DeliveryFailure): DeliveryError {
	const meaning = code === null ? undefined : errorMeaning(code);
	const clean = (text: string | null) =>
		text === null ? undefined : shortened(plainText(text), textLimits.errorText);
	return new DeliveryError({
		what:
			meaning?.what ??
			`WhatsApp did not deliver the message: ${clean(message) ?? 'no reason given'}`,
		todo:
			meaning?.todo ??
			"Correct what Meta's details name, and send it again. If that does not help, give the error code to Meta support.",
		outcome: 'notAccepted',
		retryable: false,
		code: code ?? undefined,
		details: clean(details ?? message),
		generic: meaning === undefined || meaning.generic,
	});
}

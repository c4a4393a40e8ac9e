import { asNumber, asObject, asObjects, asText } from '../../graphApi/coerce';
import { errorMeaning } from '../../graphApi/errorTable';
import type { WebhookError } from '../events/payload';

/** An error that Meta reports in an event. Texts are null where Meta, or the table of errors, has none. */
export interface EventError {
	code: number | null;
	title: string | null;
	message: string | null;
	details: string | null;
	/** Meta's page about the error. */
	href: string | null;
	/** Of a message that was not delivered or a call that failed: what happened and what to do next, in the words of an error of sending. */
	what: string | null;
	todo: string | null;
	/** Whether the message cannot arrive twice if it is sent again. */
	safeToSendAgain: boolean | null;
}

/** Reads the errors of an event. Null if it has none. */
export function eventErrors(errors: readonly WebhookError[] | undefined): EventError[] | null {
	const list = asObjects(errors).map(({ code, title, message, error_data, href }) => ({
		code: asNumber(code),
		title: asText(title),
		message: asText(message),
		details: asText(asObject(error_data).details),
		href: asText(href),
		what: null,
		todo: null,
		safeToSendAgain: null,
	}));
	return list.length > 0 ? list : null;
}

/** Adds to each error what happened and what to do next. */
export function explained(errors: EventError[] | null): EventError[] | null {
	const list = errors?.map((error) => {
		const { what = null, todo = null } = errorMeaning(error.code ?? NaN) ?? {};
		return { ...error, what, todo };
	});
	return list ?? null;
}

/**
 * Reads why a message was not delivered. WhatsApp has accepted it first, and does not try again.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export function failureErrors(errors: readonly WebhookError[] | undefined): EventError[] | null {
	const list = explained(eventErrors(errors))?.map((error) => ({
		...error,
		safeToSendAgain: true,
	}));
	return list ?? null;
}

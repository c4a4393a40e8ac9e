import { permissionRange } from './errorTable/authorization';
import { errorGroups } from './errorTable/groups';
import type { ErrorMeaning, ErrorTexts } from './errorTable/meaning';
import { subcodeTexts } from './errorTable/subcodes';

const byCode: ReadonlyMap<number, ErrorMeaning> = new Map(
	Object.values(errorGroups).flatMap((group) =>
		Object.entries(group).map(([code, meaning]): [number, ErrorMeaning] => [Number(code), meaning]),
	),
);

/**
 * Says in plain words what an error of Meta's Graph API means and what to do about it.
 *
 * Covers Meta's Cloud API error reference as served on 11 September 2026, which no longer gives
 * HTTP statuses (those are of the last version that did), and the error tables of the pages for
 * groups, calling, blocked users, Flows, business-scoped user IDs, order status, No Storage, In-App
 * Signup and the Graph API itself:
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage
 * - https://developers.facebook.com/documentation/business-messaging/whatsapp/in-app-signup
 * - https://developers.facebook.com/docs/graph-api/guides/error-handling
 *
 * @param code `error.code` of the response, or the code of an error in a webhook
 * @param subcode `error.error_subcode`, if there is one; it sharpens the texts, while HTTP status
 * and `retryable` stay those of the code. An unknown subcode changes nothing.
 * @returns undefined for a code that is in none of those tables
 */
export function errorMeaning(code: number, subcode?: number): ErrorMeaning | undefined {
	const ofCode = byCode.get(code) ?? (code >= 200 && code <= 299 ? permissionRange : undefined);
	if (ofCode === undefined || subcode === undefined) return ofCode;
	const ofSubcode = subcodeTexts[code]?.[subcode] ?? textOfLongCode(subcode);
	return ofSubcode === undefined ? ofCode : { ...ofCode, generic: undefined, ...ofSubcode };
}

// Meta sends its seven-digit codes either as the code or as the subcode of a general one such as 100.
function textOfLongCode(subcode: number): ErrorTexts | undefined {
	const meaning = subcode >= 1_000_000 ? byCode.get(subcode) : undefined;
	return meaning && { what: meaning.what, todo: meaning.todo, generic: meaning.generic };
}

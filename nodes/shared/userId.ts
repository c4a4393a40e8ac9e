/**
 * Whether a text is a business-scoped user ID: a country code, a dot and up to 128 letters or digits; a parent ID has
 * `ENT.` in between.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function isUserId(text: string): boolean {
	return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text);
}

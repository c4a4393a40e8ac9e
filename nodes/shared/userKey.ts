/**
 * Identifies a person however the number is written: digits only, without the digits that Brazil, Mexico and
 * Argentina add to mobile numbers and WhatsApp leaves out, or vice versa. Numbers that began with 2 to 5 when Brazil
 * added the 9 are landlines, so a 9 in front of those belongs to the number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @param user a phone number as Meta or `parsePhoneNumber` writes it, or a business-scoped user ID such as US.1349120865530274.
 */
export function userKey(user: string): string {
	if (/^[A-Z]{2}\./.test(user)) return user;
	return user
		.replace(/\D/g, '')
		.replace(/^(55\d\d)9([6-9]\d{7})$/, '$1$2')
		.replace(/^(52)1(\d{10})$/, '$1$2')
		.replace(/^(54)9(\d{10})$/, '$1$2');
}

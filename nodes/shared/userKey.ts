/**
 * A mobile number as it is written in Argentina: 15 after the area code. Area code and number have 10 digits together.
 * https://faq.whatsapp.com/1294841057948784
 */
const homeMobile = /^(54(?:11(?=15\d{8}$)|[23]\d\d(?=15\d{7}$)|[23]\d{3}(?=15\d{6}$)))15/;

/**
 * Identifies a person however the number is written: digits only, without the digits that Brazil, Mexico and
 * Argentina add to mobile numbers and WhatsApp leaves out, or vice versa.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @param user a phone number with its country code, or a business-scoped user ID such as US.1349120865530274.
 */
export function userKey(user: string): string {
	if (/^[A-Z]{2}\./.test(user)) return user;
	return user
		.replace(/\D/g, '')
		.replace(/^(55\d\d)9(\d{8})$/, '$1$2')
		.replace(/^(52)1(\d{10})$/, '$1$2')
		.replace(/^(54)9(\d{10})$/, '$1$2')
		.replace(homeMobile, '$1');
}

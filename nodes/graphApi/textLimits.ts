/**
 * How much is read of a text that others write: customers, visitors of a page, file hosts, Meta. In characters.
 * A longer one is refused or shortened before anything else looks at it.
 */
export const textLimits = {
	/** A value of a parameter. The longest that WhatsApp takes is a variable of a template with 32,768. */
	parameter: 100_000,
	/** A date, with its time and time zone. */
	date: 100,
	/** A phone number, which has at most 15 digits, with all that people write around them. */
	phoneNumber: 100,
	/** What is entered into one field of the reply page. */
	formField: 10_000,
	/** The token of a reply. WhatsApp takes 256 as the ID of a button, and 512 as callback data. */
	replyToken: 512,
	/** Two names of 127 and a slash. https://www.rfc-editor.org/rfc/rfc6838#section-4.2 */
	mimeType: 255,
	/** A wamid, which names a user ID of up to 131 characters in base64. */
	messageId: 512,
	/** The text of a message that is remembered. A text message has at most as many, WhatsApp's longest template more. */
	rememberedText: 4096,
	/** A contact card, which may have a picture. */
	vcard: 100_000,
	/** What file systems take. */
	fileName: 255,
	/** A text in an error of Meta. */
	errorText: 2000,
	/** A message in words for a language model: a text, the one it quotes, and what is around them. */
	chatInput: 10_000,
	/** What is told of a message beside its text. A text has 4,096. */
	chatNote: 4096,
} as const;

/** The text, or its beginning and `…`. No half of an emoji is left. */
export function shortened(text: string, maxLength: number): string {
	if (text.length <= maxLength) return text;
	return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

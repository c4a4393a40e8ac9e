import type { Parameters } from '../../../parameters/parameters';

const formatting = /[\r\n*`]|_\S[^_]*_|~\S[^~]*~|\p{Emoji_Presentation}|\ufe0f/u;

/**
 * Checks a text in which Meta allows no line breaks, emoji or formatting.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * @throws InputError when the text has one of them.
 */
export function checkPlain(parameters: Parameters, field: string, text: string): void {
	// The underscores in a variable's name are not formatting.
	if (formatting.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) {
		throw parameters.error(
			field,
			'has a line break, an emoji or formatting',
			'Remove it: WhatsApp shows this text as it is, in one line.',
		);
	}
}

import { isFormatted } from '../../../fields/formatting';
import type { Parameters } from '../../../parameters/parameters';

const lineBreakOrEmoji = /[\r\n]|\p{Emoji_Presentation}|\ufe0f/u;

/**
 * Checks a text in which Meta allows no line breaks, emoji or formatting.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * @throws InputError when the text has one of them.
 */
export function checkPlain(parameters: Parameters, field: string, text: string): void {
	// The underscores in a variable's name are not formatting, but those around a variable are.
	const withoutNames = text.replace(/\{\{[^{}]*\}\}/g, 'x');
	if (lineBreakOrEmoji.test(text) || isFormatted(withoutNames)) {
		throw parameters.error(
			field,
			'has a line break, an emoji or formatting',
			'Remove it: WhatsApp shows this text as it is, in one line.',
		);
	}
}

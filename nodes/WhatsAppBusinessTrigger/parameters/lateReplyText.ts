import { asTextOrNumber } from '../../graphApi/coerce';
import { InputError } from '../../shared/inputError';
import { limits } from '../../shared/limits';

/**
 * Reads the option 'Text for Late Replies'.
 * @returns undefined if it is not set.
 * @throws InputError for a text that is too long for a message.
 */
export function readLateReplyText(stored: unknown): string | undefined {
	const text = (asTextOrNumber(stored) ?? '').trim();
	if (text === '') return undefined;
	if (text.length <= limits.textBody) return text;
	throw new InputError(
		'Text for Late Replies',
		`has ${text.length} characters, but WhatsApp takes at most ${limits.textBody}`,
		'Shorten it.',
	);
}

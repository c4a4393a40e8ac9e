import { asText, getPath } from '../../graphApi/coerce';
import type { EventItem } from '../../shared/items/toItem';
import { isAmongWords } from '../parameters/preferenceWords';
import type { PreferenceWords } from '../parameters/preferenceWords';

/**
 * What the customer chooses with an event: in WhatsApp itself, or with a message that is one of the words. Null for any
 * other event. A button of a template counts by its text; other buttons belong to what the workflow asks.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
 */
export function preferenceOf(
	{ event, type, text, raw }: EventItem,
	words: PreferenceWords | undefined,
): EventItem['preference'] {
	if (event === 'user_preferences') {
		const isAboutMarketing = asText(getPath(raw, 'category')) === 'marketing_messages';
		return isAboutMarketing && (type === 'stop' || type === 'resume') ? type : null;
	}
	const isWritten = event === 'message' && (type === 'text' || type === 'button');
	if (!isWritten || text === null || words === undefined) return null;
	if (isAmongWords(text, words.stop)) return 'stop';
	return isAmongWords(text, words.resume) ? 'resume' : null;
}

import { firstText, getPath } from '../../../graphApi/coerce';
import { contactNames, interactiveText, locationText } from '../../../shared/messageText';

const texts = ['text.body', 'image.caption', 'video.caption', 'document.caption', 'reaction.emoji'];

/**
 * What the recipient reads, or null if there is no text. The text of a template is not in its message.
 * @param body of the request, with the keys of Meta's Messages API.
 */
export function messageText(body: unknown): string | null {
	return firstText(
		...texts.map((path) => getPath(body, path)),
		interactiveText(getPath(body, 'interactive')),
		locationText(getPath(body, 'location')),
		contactNames(getPath(body, 'contacts')),
	);
}

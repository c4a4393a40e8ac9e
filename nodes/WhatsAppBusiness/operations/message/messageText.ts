import { asText, firstText, getPath } from '../../../graphApi/coerce';
import { contactNames, locationText } from '../../../shared/messageText';

const texts = ['text.body', 'image.caption', 'video.caption', 'document.caption', 'reaction.emoji'];

/**
 * What the recipient reads, or null if there is no text. The text of a template is not in its message.
 * @param body of the request, with the keys of Meta's Messages API.
 */
export function messageText(body: unknown): string | null {
	const interactive = ['header', 'body', 'footer']
		.map((part) => asText(getPath(body, `interactive.${part}.text`)))
		.filter((text) => text !== null);
	return firstText(
		...texts.map((path) => getPath(body, path)),
		interactive.join('\n\n'),
		locationText(getPath(body, 'location')),
		contactNames(getPath(body, 'contacts')),
	);
}

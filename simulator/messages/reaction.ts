import { z } from 'zod';
import { metaIssue } from '../graph/validation';

/**
 * An empty emoji removes the reaction.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages
 */
export const reaction = z.strictObject({
	message_id: z.string().min(1),
	emoji: z
		.string()
		.refine(
			(emoji) => emoji === '' || isOneEmoji(emoji),
			metaIssue(131009, 'Reaction emoji is not valid'),
		),
});

/** Whether the text is one visible character shown as an emoji. */
function isOneEmoji(text: string): boolean {
	const characters = [...new Intl.Segmenter().segment(text)];
	return (
		characters.length === 1 && /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u20e3/u.test(text)
	);
}

import type { DeliveryFailure } from '../graphApi/errors/deliveryError';

/** A reply in the chat, as the trigger passes it to the waiting execution. */
export interface ChatReply {
	/** Token of the tapped button or row, or of the question when the reply is written. */
	token: string;
	/** Phone number of the person who replied; null for a user who hides it. */
	from: string | null;
	/** Business-scoped ID of that user. */
	userId: string | null;
	profileName: string | null;
	/** wamid of the reply. */
	messageId: string | null;
	/** ISO 8601, UTC. */
	timestamp: string | null;
	/** Type of the message, such as `text` or `image`. */
	type: string | null;
	/** What was written, or the title of what was tapped. */
	text: string | null;
	/** The file of the message, to be downloaded by its ID. */
	media: { id: string | null; mimeType: string | null; fileName: string | null } | null;
}

/** The field of the form in which the trigger sends a `FailedQuestion` as JSON. */
export const reportField = 'failedQuestion';

/** A question that WhatsApp did not deliver, as the trigger passes it to the waiting execution. */
export interface FailedQuestion {
	/** Token in the statuses of the question. */
	token: string;
	/** Phone number of the person who was asked; null if WhatsApp does not say it. */
	from: string | null;
	/** Business-scoped ID of that person. */
	userId: string | null;
	failure: DeliveryFailure;
}

/** How the waiting node responds to a reply or a failed question. */
export interface ChatReplyResult {
	resumed: boolean;
}

/** An answer from the chat, as the trigger hands it to the execution that waits for it. */
export interface ChatReply {
	/** Token of the tapped button or row; of a written answer that of the question. */
	token: string;
	/** Phone number of whoever answered; null for a user who hides it. */
	from: string | null;
	/** Business-scoped ID of that user. */
	userId: string | null;
	profileName: string | null;
	/** wamid of the answer. */
	messageId: string | null;
	/** ISO 8601, UTC. */
	timestamp: string | null;
	/** Type of the message, such as `text` or `image`. */
	type: string | null;
	/** What was written, or the title of what was tapped. */
	text: string | null;
	/** The file of the message: fetch it with its ID. */
	media: { id: string | null; mimeType: string | null; fileName: string | null } | null;
}

/** What the waiting node answers to it. */
export interface ChatReplyResult {
	resumed: boolean;
}

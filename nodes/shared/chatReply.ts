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

/** How the waiting node responds to a reply. */
export interface ChatReplyResult {
	resumed: boolean;
}

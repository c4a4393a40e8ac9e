/** Types of messages that a person writes or sends, and does not tap. */
export const writtenTypes: ReadonlySet<string> = new Set([
	'audio',
	'contacts',
	'document',
	'image',
	'location',
	'sticker',
	'text',
	'video',
]);

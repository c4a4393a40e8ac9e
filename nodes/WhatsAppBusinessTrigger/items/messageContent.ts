import { isJsonObject, parseJson } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import type { WebhookMedia, WebhookMessage } from '../events/payload';
import { firstText, record, records, text } from '../../graphApi/coerce';

/** What a user chose: a button, a row of a list, or the answer of a flow. */
export interface Reply {
	/** ID of the button or row; for a quick-reply button of a template its payload. */
	id: string | null;
	title: string | null;
	description: string | null;
	/** The fields of a flow's answer. */
	answer: JsonObject | null;
}

/** A file in a message. Fetch it with the ID and the access token. */
export interface Media {
	id: string | null;
	mimeType: string | null;
	sha256: string | null;
	fileName: string | null;
	/** Lives five minutes and needs the access token. */
	url: string | null;
	/** Whether an audio file was recorded in the chat. */
	voice: boolean;
	/** Whether a sticker moves. */
	animated: boolean;
	/** Why the file could not be downloaded, when it was to be. */
	error: string | null;
}

/** What is inside a message, whatever its type. */
export interface Content {
	/** Meta's type, and for an interactive message the kind of reply: `button_reply`, `list_reply`, `nfm_reply`. */
	type: string | null;
	/** What a person would read. */
	text: string | null;
	reply: Reply | null;
	media: Media | null;
	/** wamid of the message this one is about, where the content tells: a reaction, an edit, a deletion. */
	aboutId: string | null;
}

type ContentParts = Partial<Content>;

/**
 * Reads the content of a message. A type that is not known here gives its type only; the message itself
 * is in the item as Meta sent it.
 */
export function contentOf(message: WebhookMessage): Content {
	const type = text(message.type);
	const read = type === null ? undefined : readers.get(type);
	return { type, text: null, reply: null, media: null, aboutId: null, ...read?.(message) };
}

const readers: ReadonlyMap<string, (message: WebhookMessage) => ContentParts> = new Map([
	['text', ({ text: content }) => ({ text: text(record(content).body) })],
	['image', ({ image }) => mediaContent(image)],
	['video', ({ video }) => mediaContent(video)],
	['audio', ({ audio }) => mediaContent(audio)],
	['document', ({ document }) => mediaContent(document)],
	['sticker', ({ sticker }) => mediaContent(sticker)],
	['location', locationContent],
	['contacts', contactsContent],
	['reaction', reactionContent],
	['button', buttonContent],
	['interactive', interactiveContent],
	['order', ({ order }) => ({ text: text(record(order).text) })],
	['system', ({ system }) => ({ text: text(record(system).body) })],
	['edit', editContent],
	['revoke', ({ revoke }) => ({ aboutId: text(record(revoke).original_message_id) })],
]);

function mediaContent(media: WebhookMedia | undefined): ContentParts {
	const { id, mime_type, sha256, filename, url, voice, animated, caption } = record(media);
	return {
		text: text(caption),
		media: {
			id: text(id),
			mimeType: text(mime_type),
			sha256: text(sha256),
			fileName: text(filename),
			url: text(url),
			voice: voice === true,
			animated: animated === true,
			error: null,
		},
	};
}

function locationContent({ location }: WebhookMessage): ContentParts {
	const { name, address } = record(location);
	return { text: joined([text(name), text(address)]) };
}

function contactsContent({ contacts }: WebhookMessage): ContentParts {
	return { text: joined(records(contacts).map(({ name }) => text(record(name).formatted_name))) };
}

function reactionContent({ reaction }: WebhookMessage): ContentParts {
	const { emoji, message_id } = record(reaction);
	return { text: text(emoji), aboutId: text(message_id) };
}

function buttonContent({ button }: WebhookMessage): ContentParts {
	const { text: title, payload } = record(button);
	return { text: text(title), reply: reply({ id: payload, title }) };
}

function interactiveContent({ interactive }: WebhookMessage): ContentParts {
	const { type, button_reply, list_reply, nfm_reply, call_permission_reply } = record(interactive);
	const choice = record<{ id?: string; title?: string; description?: string }>(
		list_reply ?? button_reply,
	);
	const flow = record(nfm_reply);
	const answer = typeof flow.response_json === 'string' ? parseJson(flow.response_json) : undefined;
	const chosen = list_reply !== undefined || button_reply !== undefined;
	return {
		type: firstText(type, 'interactive'),
		text: firstText(choice.title, flow.body, record(call_permission_reply).response),
		reply:
			chosen || nfm_reply !== undefined
				? reply({ ...choice, answer: isJsonObject(answer) ? answer : null })
				: null,
	};
}

// The edited message is a whole message; the item stays an edit, with the new content.
function editContent({ edit }: WebhookMessage): ContentParts {
	const { original_message_id, message } = record(edit);
	const { text: newText, media } = contentOf({ ...record(message), edit: undefined });
	return { text: newText, media, aboutId: text(original_message_id) };
}

function reply(parts: {
	id?: string;
	title?: string;
	description?: string;
	answer?: JsonObject | null;
}): Reply {
	return {
		id: text(parts.id),
		title: text(parts.title),
		description: text(parts.description),
		answer: parts.answer ?? null,
	};
}

function joined(parts: Array<string | null>): string | null {
	return text(parts.filter((part) => part !== null).join(', '));
}

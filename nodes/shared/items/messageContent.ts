import { isJsonObject, parseJson } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import type { WebhookMedia, WebhookMessage } from '../events/payload';
import { firstText, asObject, asText, getPath } from '../../graphApi/coerce';
import { interactiveText } from '../messageText';
import { callPermissionOf } from './call';
import type { Call } from './call';
import { contactsContent } from './contacts';
import type { ContactCard } from './contacts';
import { locationContent } from './location';
import type { Location } from './location';
import { orderContent } from './order';
import type { Order } from './order';

/** What a customer chose: a button, a row of a list, or the response of a Flow. */
export interface Reply {
	/** ID of the button or row, or the payload of a quick-reply button of a template. */
	id: string | null;
	title: string | null;
	description: string | null;
	/** The fields of a Flow's response. */
	answer: JsonObject | null;
	/** Whether it came too late for 'Send and Wait for Response': after the time limit, or after another reply. */
	expired: boolean;
	/** The question of 'Send and Wait for Response' that it belongs to. */
	question: AskedQuestion | null;
}

/** A question of 'Send and Wait for Response'. */
export interface AskedQuestion {
	/** Execution that asked. */
	executionId: string;
	/** Node that asked. */
	nodeId: string;
	/** wamid. */
	messageId: string | null;
}

/** A file in a message. Download it with the ID and the access token. */
export interface Media {
	id: string | null;
	mimeType: string | null;
	sha256: string | null;
	fileName: string | null;
	/** Valid for five minutes; the request needs the access token. */
	url: string | null;
	/** Whether an audio file was recorded in the chat. */
	voice: boolean;
	/** Whether a sticker is animated. */
	animated: boolean;
	/** Why 'Download Media' could not download the file. */
	error: string | null;
}

/** The content of a message of any type. */
export interface Content {
	/** Meta's type, and for an interactive message the kind of reply: `button_reply`, `list_reply`, `nfm_reply`. */
	type: string | null;
	/** The text a person reads in the chat. */
	text: string | null;
	reply: Reply | null;
	media: Media | null;
	location: Location | null;
	contacts: ContactCard[] | null;
	order: Order | null;
	call: Call | null;
	/** wamid of the message that a reaction, an edit or a deletion refers to. */
	aboutId: string | null;
}

type ContentParts = Partial<Content>;

const noContent: Content = {
	type: null,
	text: null,
	reply: null,
	media: null,
	location: null,
	contacts: null,
	order: null,
	call: null,
	aboutId: null,
};

/**
 * Reads the content of a message. For an unknown type only `type` is set; the item also has the message as
 * Meta sent it.
 */
export function contentOf(message: WebhookMessage): Content {
	const type = asText(message.type) ?? contentType(message);
	const read = type === null ? undefined : readers.get(type);
	return { ...noContent, type, ...read?.(message) };
}

const readers: ReadonlyMap<string, (message: WebhookMessage) => ContentParts> = new Map([
	['text', ({ text: content }) => ({ text: asText(asObject(content).body) })],
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
	['order', orderContent],
	['system', ({ system }) => ({ text: asText(asObject(system).body) })],
	['edit', editContent],
	['revoke', ({ revoke }) => ({ aboutId: asText(asObject(revoke).original_message_id) })],
]);

/** The type of a message that does not name it, as in older examples of Meta. */
function contentType(message: WebhookMessage): string | null {
	const hasContent = (type: string) => {
		const content = getPath(message, type);
		return isJsonObject(content) || Array.isArray(content);
	};
	return [...readers.keys()].find(hasContent) ?? null;
}

function mediaContent(media: WebhookMedia | undefined): ContentParts {
	return { text: asText(asObject(media).caption), media: mediaOf(media) };
}

/** Reads what Meta tells of a file. */
export function mediaOf(media: WebhookMedia | undefined): Media {
	const { id, mime_type, sha256, filename, url, voice, animated } = asObject(media);
	return {
		id: asText(id),
		mimeType: asText(mime_type),
		sha256: asText(sha256),
		fileName: asText(filename),
		url: asText(url),
		voice: voice === true,
		animated: animated === true,
		error: null,
	};
}

function reactionContent({ reaction }: WebhookMessage): ContentParts {
	const { emoji, message_id } = asObject(reaction);
	return { text: asText(emoji), aboutId: asText(message_id) };
}

function buttonContent({ button }: WebhookMessage): ContentParts {
	const { text: title, payload } = asObject(button);
	return { text: asText(title), reply: reply({ id: payload, title }) };
}

function interactiveContent({ interactive }: WebhookMessage): ContentParts {
	const { type, button_reply, list_reply, nfm_reply, call_permission_reply } =
		asObject(interactive);
	const choice = asObject<{ id?: string; title?: string; description?: string }>(
		list_reply ?? button_reply,
	);
	const flow = asObject(nfm_reply);
	const answer = typeof flow.response_json === 'string' ? parseJson(flow.response_json) : undefined;
	const chosen = list_reply !== undefined || button_reply !== undefined;
	const permission = isJsonObject(call_permission_reply) ? call_permission_reply : undefined;
	return {
		type: firstText(type, 'interactive'),
		text: firstText(
			choice.title,
			flow.body,
			permission?.response,
			// An echo has what the business sent.
			interactiveText(interactive),
		),
		reply:
			chosen || nfm_reply !== undefined
				? reply({ ...choice, answer: isJsonObject(answer) ? answer : null })
				: null,
		call: permission ? callPermissionOf(permission) : null,
	};
}

// An edit contains a whole message. The item keeps the type of the edit, with the new content.
function editContent({ edit }: WebhookMessage): ContentParts {
	const { original_message_id, message } = asObject(edit);
	const { text: newText, media } = contentOf({ ...asObject(message), edit: undefined });
	return { text: newText, media, aboutId: asText(original_message_id) };
}

function reply(parts: {
	id?: string;
	title?: string;
	description?: string;
	answer?: JsonObject | null;
}): Reply {
	return {
		id: asText(parts.id),
		title: asText(parts.title),
		description: asText(parts.description),
		answer: parts.answer ?? null,
		expired: false,
		question: null,
	};
}

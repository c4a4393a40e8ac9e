import { z } from 'zod';
import type { SimulatorContext } from '../../context';
import type { MediaFile } from '../../media/mediaFile';
import { timestamp } from '../../webhooks/payload';
import type { Conversation, KapsoMessage } from './inbox';
import { downloadUrl } from './media';

/** The status that Kapso gives a message. */
export function statusOf({ direction, statuses, origin }: KapsoMessage): string {
	if (direction === 'inbound') return 'received';
	return statuses.at(-1)?.status ?? (origin === 'cloud_api' ? 'pending' : 'sent');
}

/**
 * A message as Meta has it, with what Kapso adds in `kapso`.
 *
 * @see https://docs.kapso.ai/docs/whatsapp/typescript-sdk/kapso-extensions
 */
export function messageJson(
	simulator: SimulatorContext,
	message: KapsoMessage,
): Record<string, unknown> & { kapso: Record<string, unknown> } {
	const { id, at, type, content, direction, conversation } = message;
	const { customer } = conversation;
	const media = mediaOf(simulator, message);
	const flow = flowSchema.safeParse(content.interactive).data?.nfm_reply;
	return {
		id,
		timestamp: timestamp(at),
		...content,
		...(direction === 'outbound' && customer.waId && { to: customer.waId }),
		kapso: {
			direction,
			status: statusOf(message),
			processing_status: 'completed',
			origin: message.origin,
			...(customer.waId && { phone_number: customer.waId }),
			phone_number_id: conversation.phoneNumberId,
			has_media: media !== undefined,
			...(media && {
				media_data: mediaData(simulator, media),
				media_url: mediaUrl(simulator, media),
			}),
			whatsapp_conversation_id: conversation.id,
			contact_name: customer.profileName,
			message_type_data: content[type] ?? {},
			content: textOf(message),
			...(flow && { flow_name: flow.name, flow_response: responseOf(flow.response_json) }),
			...(message.rawStatuses.length > 0 && { statuses: message.rawStatuses }),
			...(type === 'order' && { order_text: textOf(message) }),
		},
	};
}

/** What the message says, in words. */
export function textOf({ type, content }: KapsoMessage): string {
	const found = textSchemas
		.map((schema) => schema.safeParse(content))
		.find(({ success }) => success);
	return found?.data ?? `[${type}]`;
}

/** The file of a message. */
export function mediaOf(
	{ state }: SimulatorContext,
	{ type, content }: KapsoMessage,
): MediaFile | undefined {
	const id = z.looseObject({ id: z.string() }).safeParse(content[type]).data?.id;
	const media = id === undefined ? undefined : state.media.get(id);
	return media;
}

export function mediaData(simulator: SimulatorContext, media: MediaFile): Record<string, unknown> {
	return {
		url: mediaUrl(simulator, media),
		filename: media.fileName ?? media.id,
		content_type: media.mimeType,
		byte_size: media.size,
	};
}

/** Kapso keeps the files of messages and gives them to anyone who has the URL. */
export function mediaUrl(simulator: SimulatorContext, media: MediaFile): string {
	return downloadUrl(simulator, media).download_url;
}

/** A conversation. `kapso` sums up its messages. */
export function conversationJson(
	conversation: Conversation,
): Record<string, unknown> & { kapso: Record<string, unknown> } {
	const { id, customer, status, messages, metadata, phoneNumberId } = conversation;
	const last = messages.at(-1);
	const lastOf = (direction: KapsoMessage['direction']) =>
		messages.findLast((message) => message.direction === direction)?.at;
	return {
		id,
		phone_number: customer.waId ?? null,
		business_scoped_user_id: customer.userId,
		...(customer.username && { username: customer.username }),
		status,
		last_active_at: iso(conversation.lastActiveAt),
		created_at: iso(conversation.createdAt),
		updated_at: iso(conversation.updatedAt),
		metadata,
		phone_number_id: phoneNumberId,
		kapso: {
			contact_name: customer.profileName,
			messages_count: messages.length,
			last_message_id: last?.id ?? null,
			last_message_type: last?.type ?? null,
			last_message_timestamp: last ? iso(last.at) : null,
			last_message_text: last ? textOf(last) : null,
			last_inbound_at: isoOrNull(lastOf('inbound')),
			last_outbound_at: isoOrNull(lastOf('outbound')),
		},
	};
}

/** A time as Kapso writes it. */
export function iso(at: number): string {
	return new Date(at).toISOString();
}

export function isoOrNull(at: number | undefined): string | null {
	return at === undefined ? null : iso(at);
}

const flowSchema = z.looseObject({
	nfm_reply: z.looseObject({ name: z.string(), response_json: z.string() }),
});

function responseOf(json: string): unknown {
	return JSON.parse(json);
}

/** Where the words of each type are. */
const textSchemas: Array<z.ZodType<string>> = [
	z.looseObject({ text: z.looseObject({ body: z.string() }) }).transform(({ text }) => text.body),
	z
		.looseObject({ button: z.looseObject({ text: z.string() }) })
		.transform(({ button }) => button.text),
	z
		.looseObject({
			interactive: z.looseObject({ button_reply: z.looseObject({ title: z.string() }) }),
		})
		.transform(({ interactive }) => interactive.button_reply.title),
	z
		.looseObject({
			interactive: z.looseObject({ list_reply: z.looseObject({ title: z.string() }) }),
		})
		.transform(({ interactive }) => interactive.list_reply.title),
	z
		.looseObject({ interactive: z.looseObject({ body: z.looseObject({ text: z.string() }) }) })
		.transform(({ interactive }) => interactive.body.text),
	z
		.looseObject({ template: z.looseObject({ name: z.string() }) })
		.transform(({ template }) => `[template ${template.name}]`),
	z
		.looseObject({ reaction: z.looseObject({ emoji: z.string() }) })
		.transform(({ reaction }) => reaction.emoji),
	z
		.looseObject({ image: z.looseObject({ caption: z.string() }) })
		.transform(({ image }) => image.caption),
	z
		.looseObject({ video: z.looseObject({ caption: z.string() }) })
		.transform(({ video }) => video.caption),
	z
		.looseObject({ document: z.looseObject({ caption: z.string() }) })
		.transform(({ document }) => document.caption),
];

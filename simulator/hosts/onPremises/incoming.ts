import { z } from 'zod';
import type { SimulatorContext } from '../../context';
import { codeFor, errorEntry } from './errors';
import { idOf, messageIdOf } from './ids';

const errorsSchema = z.array(
	z.looseObject({
		code: z.number(),
		title: z.string().optional(),
		error_data: z.looseObject({ details: z.string() }).optional(),
	}),
);

const valueSchema = z.looseObject({
	contacts: z
		.array(
			z.looseObject({
				profile: z.looseObject({ name: z.string().optional() }).optional(),
				wa_id: z.string().optional(),
				user_id: z.string().optional(),
			}),
		)
		.default([]),
	messages: z
		.array(
			z.looseObject({
				id: z.string(),
				type: z.string(),
				from: z.string().optional(),
				from_user_id: z.string().optional(),
				context: z.looseObject({ id: z.string().optional() }).optional(),
			}),
		)
		.default([]),
	statuses: z
		.array(
			z.looseObject({
				id: z.string(),
				status: z.string(),
				timestamp: z.string().optional(),
				recipient_id: z.string().optional(),
				recipient_user_id: z.string().optional(),
				errors: errorsSchema.optional(),
			}),
		)
		.default([]),
	errors: errorsSchema.optional(),
});

type MetaMessage = z.output<typeof valueSchema>['messages'][number];
type MetaStatus = z.output<typeof valueSchema>['statuses'][number];

export interface FlatOptions {
	/** Which statuses the server reports. A failure always is. */
	reports: Readonly<Record<string, boolean>>;
	/** Whether Turn.io delivers: it knows people without a phone number. */
	byTurn: boolean;
}

/**
 * The flat body of a webhook with Meta's IDs of its messages, or undefined if nothing in Meta's webhook concerns the
 * server.
 *
 * @param value `value` of a change in the field `messages`
 */
export function flatBody(
	simulator: SimulatorContext,
	value: Record<string, unknown>,
	options: FlatOptions,
): { body: Record<string, unknown>; messageIds: string[] } | undefined {
	const { contacts, messages, statuses, errors } = valueSchema.parse(value);
	const { byTurn } = options;
	const received = messages.filter(({ from }) => byTurn || from !== undefined);
	const reported = statuses.filter(({ status }) => options.reports[status] ?? true);
	const body = {
		...(received.length > 0 && {
			contacts: contacts.map(({ profile, wa_id, user_id }) => ({
				profile: { name: profile?.name ?? '' },
				...(wa_id !== undefined && { wa_id }),
				...(byTurn && wa_id === undefined && { user_id }),
			})),
			messages: received.map((message) => flatMessage(simulator, message, byTurn)),
		}),
		...(reported.length > 0 && {
			statuses: reported.map((status) => flatStatus(simulator, status)),
		}),
		...(errors && { errors: flatErrors(errors) }),
	};
	if (Object.keys(body).length === 0) return undefined;
	return { body, messageIds: received.map(({ id }) => id) };
}

const mediaSchema = z.looseObject({ id: z.string(), sha256: z.string().optional() });

function flatMessage(
	{ state }: SimulatorContext,
	{ from_user_id, context, ...message }: MetaMessage,
	byTurn: boolean,
): Record<string, unknown> {
	const { id, type } = message;
	const media = mediaSchema.safeParse(message[type]).data;
	const isVoice = media?.voice === true;
	const reaction = z.looseObject({ message_id: z.string() }).safeParse(message.reaction).data;
	const { [type]: content, ...rest } = message;
	return {
		...rest,
		...(byTurn && from_user_id !== undefined && { from_bsuid: from_user_id }),
		id: messageIdOf(id, true),
		...(context && {
			context: { ...context, ...(context.id !== undefined && { id: idOf(state, context.id) }) },
		}),
		type: isVoice ? 'voice' : type,
		[isVoice ? 'voice' : type]: media?.mime_type
			? flatMedia(media)
			: reaction
				? { ...reaction, message_id: idOf(state, reaction.message_id) }
				: content,
	};
}

/** Without Meta's URL: the server has the file. */
function flatMedia(media: z.output<typeof mediaSchema>): Record<string, unknown> {
	const { sha256 = '', ...flat } = media;
	delete flat.url;
	delete flat.voice;
	return {
		...flat,
		file: `/usr/local/wamedia/shared/${media.id}`,
		sha256: Buffer.from(sha256, 'base64').toString('hex'),
	};
}

function flatStatus(
	{ state }: SimulatorContext,
	{ id, status, timestamp, recipient_id, recipient_user_id, errors }: MetaStatus,
): Record<string, unknown> {
	return {
		id: idOf(state, id),
		recipient_id: recipient_id ?? recipient_user_id,
		status,
		timestamp,
		...(errors && { errors: flatErrors(errors) }),
	};
}

function flatErrors(errors: z.output<typeof errorsSchema>): unknown[] {
	return errors.map(({ code, title, error_data }) =>
		errorEntry(codeFor(code), error_data?.details ?? title ?? ''),
	);
}

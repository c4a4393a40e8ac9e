import { z } from 'zod';
import { invalidParameter, missingParameter } from '../graph/errors';
import { validate } from '../graph/validation';
import { template } from '../templates/message';
import { audio } from './audio';
import { contacts } from './contacts';
import { document } from './document';
import { image } from './image';
import { validateInteractive, type Interactive } from './interactive';
import { location } from './location';
import { pin } from './pin';
import { reaction } from './reaction';
import { sticker } from './sticker';
import { text } from './text';
import { video } from './video';

/** One schema per value of `type`. The folder `interactive` has one per kind of interactive message. */
const contentSchemas = {
	audio,
	contacts,
	document,
	image,
	interactive: z.unknown().transform((value): Interactive => validateInteractive(value)),
	location,
	pin,
	reaction,
	sticker,
	template,
	text,
	video,
};

export type MessageType = keyof typeof contentSchemas;

const envelope = {
	messaging_product: z.literal('whatsapp'),
	recipient_type: z.enum(['individual', 'group']).default('individual'),
	to: z.string().optional(),
	recipient: z.string().optional(),
	context: z.strictObject({ message_id: z.string().min(1) }).optional(),
	biz_opaque_callback_data: z.string().max(512).optional(),
	recipient_identity_key_hash: z.string().optional(),
	message_activity_sharing: z.boolean().optional(),
	product_policy: z.enum(['CLOUD_API_FALLBACK', 'STRICT']).optional(),
	ttl: z.union([z.number(), z.string()]).optional(),
	category: z.string().optional(),
	ttl_seconds: z.coerce.number().int().optional(),
	direct_send_config: z.strictObject({ template_name: z.string() }).optional(),
	type: z.string().optional(),
};

const messageSchemas = new Map(
	Object.entries(contentSchemas).map(([type, content]) => [
		type,
		z.strictObject({ ...envelope, [type]: content }),
	]),
);

type Envelope = z.output<z.ZodObject<typeof envelope>>;
/** A validated body of `POST /{phoneNumber}/messages`. */
export type OutgoingMessage = {
	[Type in MessageType]: Omit<Envelope, 'type'> & { type: Type } & {
		[Key in Type]: z.output<(typeof contentSchemas)[Type]>;
	};
}[MessageType];

/**
 * Validates the body of `POST /{phoneNumber}/messages`.
 *
 * @throws SimulatedGraphError with Meta's code and text for the first error
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
 */
export function validateMessage(body: Record<string, unknown>): OutgoingMessage {
	validate(z.object({ messaging_product: envelope.messaging_product }), body);
	const type = typeOf(body);
	const schema = messageSchemas.get(type);
	if (!schema) {
		throw invalidParameter(
			`Param type must be one of {${[...messageSchemas.keys()].map((name) => name.toUpperCase()).join(', ')}} - got "${type}".`,
		);
	}
	if (!body.to && !body.recipient) throw missingParameter('to');
	if (body[type] === undefined) throw missingParameter(type);
	return { ...validate(schema, body), type } as OutgoingMessage;
}

/** Without `type`, Meta assumes text, or interactive if the body contains that. */
function typeOf(body: Record<string, unknown>): string {
	if (typeof body.type === 'string') return body.type.toLowerCase();
	return body.text === undefined && body.interactive !== undefined ? 'interactive' : 'text';
}

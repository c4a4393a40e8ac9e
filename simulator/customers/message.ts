import { z } from 'zod';
import { callHistory, permissionMs } from '../calls/permissions';
import type { SimulatorContext } from '../context';
import type { MediaFile } from '../media/mediaFile';
import { newMessageId, rescopedMessageId, type ReceivedMessage } from '../messages/message';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import type { State } from '../state';
import {
	contactOf,
	identityOf,
	metadataOf,
	timestamp,
	type WebhookChange,
} from '../webhooks/payload';
import {
	buttonsOf,
	choose,
	CustomerMessageError,
	isFlow,
	isLocationRequest,
	newest,
	rowsOf,
	sentTo,
	type Chosen,
} from './choices';
import type { Customer } from './customer';
import { numberWrittenTo } from './numberWrittenTo';
import { sampleMedia } from './sampleMedia';

const common = {
	/** The business number they write to. Default: the first one. */
	phoneNumberId: z.string().optional(),
	/** The message they quote. */
	replyTo: z.string().optional(),
	/** The group they write in. */
	groupId: z.string().optional(),
	/** Ad or post they came from, as in the webhook. */
	referral: z.record(z.string(), z.unknown()).optional(),
	forwarded: z.boolean().optional(),
	/** How long ago they wrote it: the webhook comes late, as after an outage. Meta tries for 7 days. */
	hoursAgo: z.number().min(0).max(168).optional(),
};

/** The business's message they tapped in. Default: the newest one with this option. */
const messageId = z.string().optional();

const media = {
	...common,
	/** Content in base64. Default: a small sample file. */
	base64: z.string().optional(),
	mimeType: z.string().optional(),
	caption: z.string().optional(),
};

/** What a customer can do. Each is one message to the business. */
export const customerMessageSchema = z.discriminatedUnion('type', [
	z.strictObject({ ...common, type: z.literal('text'), text: z.string() }),
	/** Taps a reply button or a template's quick reply, found by ID or title. */
	z.strictObject({
		...common,
		type: z.literal('button'),
		messageId,
		buttonId: z.string().optional(),
		title: z.string().optional(),
	}),
	/** Chooses a row of a list. */
	z.strictObject({
		...common,
		type: z.literal('list'),
		messageId,
		rowId: z.string().optional(),
		title: z.string().optional(),
	}),
	/** Completes a Flow. */
	z.strictObject({
		...common,
		type: z.literal('flow'),
		messageId,
		response: z.record(z.string(), z.unknown()),
	}),
	z.strictObject({ ...common, type: z.literal('reaction'), messageId, emoji: z.string() }),
	z.strictObject({
		...common,
		type: z.literal('location'),
		latitude: z.number(),
		longitude: z.number(),
		name: z.string().optional(),
		address: z.string().optional(),
	}),
	z.strictObject({
		...common,
		type: z.literal('contacts'),
		contacts: z.array(z.record(z.string(), z.unknown())),
	}),
	/** Orders products of the catalog. */
	z.strictObject({
		...common,
		type: z.literal('order'),
		catalogId: z.string(),
		text: z.string().optional(),
		products: z.array(
			z.strictObject({
				productRetailerId: z.string(),
				quantity: z.number().int(),
				price: z.number(),
				currency: z.string().default('EUR'),
			}),
		),
	}),
	z.strictObject({ ...media, type: z.literal('image') }),
	z.strictObject({ ...media, type: z.literal('video') }),
	z.strictObject({ ...media, type: z.literal('audio'), voice: z.boolean().default(true) }),
	z.strictObject({ ...media, type: z.literal('document'), filename: z.string().optional() }),
	z.strictObject({ ...media, type: z.literal('sticker'), animated: z.boolean().default(false) }),
	/** A message object as it is, for types not listed above. */
	z.strictObject({
		...common,
		type: z.literal('raw'),
		message: z.looseObject({ type: z.string() }),
	}),
]);

/** A customer's message before defaults are applied. */
export type CustomerMessage = z.input<typeof customerMessageSchema>;
type CheckedMessage = z.output<typeof customerMessageSchema>;

/** Several messages, written one right after the other, e.g. the images of an album. */
export const customerMessagesSchema = z.strictObject({
	messages: z.array(customerMessageSchema).min(1).max(1_000),
	/** Whether one webhook delivers them all, which Meta may do. Otherwise each has its own. */
	oneWebhook: z.boolean().default(false),
});

export type CustomerMessages = z.input<typeof customerMessagesSchema>;

/**
 * Sends messages to the business as a customer. WhatsApp has no albums in webhooks: each image is a message of
 * its own, and nothing says which belong together.
 *
 * @throws ZodError for an invalid message, CustomerMessageError for a tap on something that was not sent
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export async function writeAsCustomer(
	simulator: SimulatorContext,
	customer: Customer,
	input: CustomerMessages,
): Promise<ReceivedMessage[]> {
	const { messages, oneWebhook } = customerMessagesSchema.parse(input);
	const received: ReceivedMessage[] = [];
	for (const message of messages) received.push(await compose(simulator, customer, message));
	const changes = received.map((message) => record(simulator.state, customer, message));
	if (oneWebhook) simulator.webhooks.emitTogether(changes);
	else for (const change of changes) simulator.webhooks.emit(change);
	return received;
}

/** The message as the business receives it. */
async function compose(
	simulator: SimulatorContext,
	customer: Customer,
	checked: CheckedMessage,
): Promise<ReceivedMessage> {
	const { state } = simulator;
	const phoneNumber = numberWrittenTo(state, checked.phoneNumberId);
	const at = Date.now() - (checked.hoursAgo ?? 0) * 3_600_000;
	const content = await contentOf(simulator, phoneNumber, customer, checked);
	const context = contextOf(state, phoneNumber, checked, content.repliesTo);
	const id = newMessageId(customer.waId ?? customer.userId, true);
	return {
		id,
		phoneNumberId: phoneNumber.id,
		from: customer.waId ?? customer.userId,
		at,
		message: {
			...(context && { context }),
			...(customer.waId && { from: customer.waId }),
			from_user_id: customer.userId,
			...(checked.groupId && { group_id: checked.groupId }),
			id,
			timestamp: timestamp(at),
			...(checked.referral && { referral: checked.referral }),
			...content.message,
		},
	};
}

/** Opens the window, unless the message is too old, stores the message and returns its webhook. */
function record(state: State, customer: Customer, received: ReceivedMessage): WebhookChange {
	const { id, phoneNumberId, at, message } = received;
	if (isNewest(state, customer, received)) customer.lastWroteAt.set(phoneNumberId, at);
	if (referralSchema.safeParse(message.referral).success) {
		customer.cameFromAdAt.set(phoneNumberId, at);
	}
	notePermission(customer, received);
	state.received.push(received);
	state.messages.set(id, received);
	const number = numberWrittenTo(state, phoneNumberId);
	return {
		field: 'messages',
		phoneNumberId,
		value: {
			...metadataOf(number),
			contacts: [{ ...contactOf(customer), ...identityOf(number, customer) }],
			messages: [{ ...message, ...deliveredContext(state, number, customer, message.context) }],
		},
	};
}

/** Whether the customer has not written since, as far as messages show: the seeded customers have written none. */
function isNewest(state: State, customer: Customer, message: ReceivedMessage): boolean {
	const { phoneNumberId, from, at } = message;
	if ((customer.lastWroteAt.get(phoneNumberId) ?? 0) <= at) return true;
	return !state.received.some(
		(other) => other.phoneNumberId === phoneNumberId && other.from === from && other.at > at,
	);
}

/** The customer has replied to a request for permission to call. */
function notePermission(customer: Customer, { phoneNumberId, at, message }: ReceivedMessage): void {
	const reply = permissionReplySchema.safeParse(message.interactive).data?.call_permission_reply;
	if (reply === undefined) return;
	const until = reply.is_permanent ? null : at + permissionMs;
	callHistory(customer, phoneNumberId).permittedUntil =
		reply.response === 'accept' ? until : undefined;
}

const permissionReplySchema = z.looseObject({
	call_permission_reply: z.looseObject({
		response: z.string(),
		is_permanent: z.boolean().optional(),
	}),
});

/** What a message from an ad contains. One from a post opens no free entry point window. */
const referralSchema = z.looseObject({ source_type: z.literal('ad') });

function contextOf(
	{ messages }: State,
	phoneNumber: PhoneNumber,
	{ replyTo, forwarded }: CheckedMessage,
	repliesTo: string | undefined,
): Record<string, unknown> | undefined {
	const id = repliesTo ?? replyTo;
	if (id === undefined) return forwarded ? { forwarded } : undefined;
	const quoted = messages.get(id);
	const author = quoted && 'from' in quoted ? quoted.from : phoneNumber.digits;
	return { from: author, id, ...(forwarded && { forwarded }) };
}

/**
 * The context of a message as the webhook has it: on a number that is also in the WhatsApp Business app, a message that
 * did not go through the API is named by the user ID.
 */
function deliveredContext(
	{ messages }: State,
	{ isOnBusinessApp }: PhoneNumber,
	{ userId }: Customer,
	context: unknown,
): object {
	const quoted = quotedSchema.safeParse(context).data;
	if (quoted === undefined) return {};
	const message = messages.get(quoted.id);
	const isOfApi = message === undefined || 'acceptedAt' in message;
	if (isOfApi || !isOnBusinessApp) return {};
	return { context: { ...quoted, id: rescopedMessageId(quoted.id, userId) } };
}

const quotedSchema = z.looseObject({ id: z.string() });

interface Content {
	/** `type` and the fields that belong to it. */
	message: { type: string } & Record<string, unknown>;
	/** The business's message this replies to. */
	repliesTo?: string;
}

async function contentOf(
	simulator: SimulatorContext,
	phoneNumber: PhoneNumber,
	customer: Customer,
	message: CheckedMessage,
): Promise<Content> {
	const sent = () => sentTo(simulator.state, phoneNumber, customer);
	switch (message.type) {
		case 'text':
			return { message: { type: 'text', text: { body: message.text } } };
		case 'button':
			return tap(
				choose(sent(), message.messageId, (body) => buttonsOf(simulator.state, body), message),
			);
		case 'list':
			return choice(choose(sent(), message.messageId, rowsOf, message));
		case 'flow':
			return {
				message: {
					type: 'interactive',
					interactive: {
						type: 'nfm_reply',
						nfm_reply: {
							name: 'flow',
							body: 'Sent',
							response_json: JSON.stringify(message.response),
						},
					},
				},
				repliesTo: message.messageId ?? newest(sent(), isFlow)?.id,
			};
		case 'reaction': {
			const message_id = message.messageId ?? sent()[0]?.id;
			if (!message_id) throw new CustomerMessageError('There is no message to react to');
			return {
				message: {
					type: 'reaction',
					reaction: { message_id, ...(message.emoji && { emoji: message.emoji }) },
				},
			};
		}
		case 'location': {
			const { latitude, longitude, name, address } = message;
			return {
				message: { type: 'location', location: { latitude, longitude, name, address } },
				repliesTo: newest(sent(), isLocationRequest)?.id,
			};
		}
		case 'contacts':
			return { message: { type: 'contacts', contacts: message.contacts } };
		case 'order':
			return {
				message: {
					type: 'order',
					order: {
						catalog_id: message.catalogId,
						...(message.text && { text: message.text }),
						product_items: message.products.map((product) => ({
							product_retailer_id: product.productRetailerId,
							quantity: product.quantity,
							item_price: product.price,
							currency: product.currency,
						})),
					},
				},
			};
		case 'raw':
			return { message: message.message };
		default:
			return { message: await mediaContent(simulator, phoneNumber, message) };
	}
}

type MediaMessage = Extract<
	CheckedMessage,
	{ type: 'image' | 'video' | 'audio' | 'document' | 'sticker' }
>;

async function mediaContent(
	simulator: SimulatorContext,
	phoneNumber: PhoneNumber,
	message: MediaMessage,
): Promise<Content['message']> {
	const sample = sampleMedia[message.type];
	const content =
		message.base64 === undefined ? sample.content : Buffer.from(message.base64, 'base64');
	const media: MediaFile = await simulator.media.save(content, {
		phoneNumberId: phoneNumber.id,
		mimeType: message.mimeType ?? sample.mimeType,
	});
	simulator.state.media.set(media.id, media);
	return {
		type: message.type,
		[message.type]: {
			...(message.caption !== undefined && { caption: message.caption }),
			...(message.type === 'document' && { filename: message.filename ?? 'document.pdf' }),
			mime_type: media.mimeType,
			sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
			id: media.id,
			url: simulator.media.newUrl(media, simulator.url, simulator.settings.mediaUrlLifetimeMs),
			...(message.type === 'audio' && { voice: message.voice }),
			...(message.type === 'sticker' && { animated: message.animated }),
		},
	};
}

function tap({ messageId, option }: Chosen): Content {
	return option.ofTemplate
		? {
				repliesTo: messageId,
				message: { type: 'button', button: { payload: option.id, text: option.title } },
			}
		: {
				repliesTo: messageId,
				message: {
					type: 'interactive',
					interactive: {
						type: 'button_reply',
						button_reply: { id: option.id, title: option.title },
					},
				},
			};
}

function choice({ messageId, option }: Chosen): Content {
	const { id, title, description } = option;
	return {
		repliesTo: messageId,
		message: {
			type: 'interactive',
			interactive: {
				type: 'list_reply',
				list_reply: { id, title, ...(description && { description }) },
			},
		},
	};
}

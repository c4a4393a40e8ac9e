import { z } from 'zod';
import { business } from '../business';
import type { SimulatorContext } from '../context';
import type { Customer } from '../customers/customer';
import { numberWrittenTo } from '../customers/numberWrittenTo';
import { newMessageId, type AcceptedMessage } from '../messages/message';
import { send } from '../messages/send';
import { echoOf, type BusinessAppMessage, type EchoContent } from './echo';

/** A message to a customer: a text, or any other content as in the webhook. Default: from the first number. */
export const replySchema = z
	.strictObject({
		phoneNumberId: z.string().optional(),
		text: z.string().min(1).optional(),
		message: z.looseObject({ type: z.string() }).optional(),
	})
	.refine(({ text, message }) => (text === undefined) !== (message === undefined), {
		message: 'Either text or message must be set',
	});

export type Reply = z.input<typeof replySchema>;

/**
 * Writes to a customer in the WhatsApp Business app, as a person does whose number is in the app and in Cloud
 * API. The API neither accepts the message nor reports its status. It opens no window either.
 *
 * @throws ZodError for an invalid message, CustomerMessageError if there is no such number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users
 */
export function replyInBusinessApp(
	{ state, webhooks }: SimulatorContext,
	customer: Customer,
	reply: Reply,
): BusinessAppMessage {
	const sender = numberWrittenTo(state, reply.phoneNumberId);
	const recipient = customer.waId ?? customer.userId;
	const message: BusinessAppMessage = {
		id: newMessageId(recipient, false),
		phoneNumberId: sender.id,
		recipient,
		sentAt: Date.now(),
		content: contentOf(reply),
	};
	sender.isOnBusinessApp = true;
	state.businessAppMessages.push(message);
	state.messages.set(message.id, message);
	const { id, sentAt: at, content } = message;
	webhooks.emit(echoOf('smb_message_echoes', sender, customer, { id, at, content }));
	return message;
}

/**
 * Sends a message to a customer through the API as another app, with all rules and statuses of the API.
 *
 * @throws SimulatedGraphError for a message that the API rejects
 */
export function replyAsOtherApp(
	simulator: SimulatorContext,
	customer: Customer,
	reply: Reply,
): AcceptedMessage {
	const sender = numberWrittenTo(simulator.state, reply.phoneNumberId);
	return send(
		simulator,
		sender,
		{
			messaging_product: 'whatsapp',
			...(customer.waId ? { to: customer.waId } : { recipient: customer.userId }),
			...contentOf(reply),
		},
		{ endpoint: 'messages', appId: business.partnerApp.id },
	).accepted;
}

function contentOf(reply: Reply): EchoContent {
	const { text, message } = replySchema.parse(reply);
	return message ?? { type: 'text', text: { body: text } };
}

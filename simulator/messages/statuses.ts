import type { SimulatorContext } from '../context';
import type { SimulatedGraphError } from '../graph/errors';
import { contactOf, identityOf, metadataOf, timestamp } from '../webhooks/payload';
import type { AcceptedMessage, MessageStatus } from './message';

/** `pricing` of a status webhook. */
export interface Pricing {
	billable: boolean;
	pricing_model: 'PMP';
	type: 'regular' | 'free_customer_service' | 'free_entry_point';
	category: string;
}

/** Schedules sent, delivered and read with the delays from the settings. */
export function scheduleStatuses(
	simulator: SimulatorContext,
	message: AcceptedMessage,
	pricing: Pricing,
): void {
	const delays = simulator.settings.statusDelaysMs;
	for (const status of ['sent', 'delivered', 'read'] as const) {
		const delay = delays[status];
		if (delay !== null) {
			simulator.webhooks.later(delay, () => reportStatus(simulator, message, status, pricing));
		}
	}
}

/** Schedules the failure of an accepted message. */
export function scheduleFailure(
	simulator: SimulatorContext,
	message: AcceptedMessage,
	error: SimulatedGraphError,
): void {
	simulator.webhooks.later(simulator.settings.statusDelaysMs.sent ?? 0, () =>
		reportStatus(simulator, message, 'failed', undefined, error),
	);
}

/**
 * Records a status and sends its webhook.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export function reportStatus(
	simulator: SimulatorContext,
	message: AcceptedMessage,
	status: MessageStatus,
	pricing?: Pricing,
	error?: SimulatedGraphError,
): void {
	const at = Date.now();
	const errors = error && [error.toWebhookEntry()];
	message.statuses.push({ status, at, ...(errors && { errors }) });
	const { state } = simulator;
	const phoneNumber = state.phoneNumbers.find(({ id }) => id === message.phoneNumberId);
	if (!phoneNumber) return;
	const customer = state.customer(message.recipient);
	const isGroup = message.body.recipient_type === 'group';
	const callbackData = message.body.biz_opaque_callback_data;
	const hash =
		customer && message.body.recipient_identity_key_hash === undefined
			? identityOf(phoneNumber, customer).identity_key_hash
			: undefined;
	simulator.webhooks.emit({
		field: 'messages',
		phoneNumberId: phoneNumber.id,
		value: {
			...metadataOf(phoneNumber),
			...(customer &&
				status !== 'failed' && { contacts: [contactOf(customer, status !== 'sent')] }),
			statuses: [
				{
					id: message.id,
					status,
					timestamp: timestamp(at),
					...(isGroup
						? { recipient_id: message.recipient, recipient_type: 'group' }
						: customer?.waId && { recipient_id: customer.waId }),
					...(customer && { recipient_user_id: customer.userId }),
					// Meta sends the price with sent and with the first of delivered and read.
					...(pricing && status !== 'read' && { pricing }),
					...(typeof callbackData === 'string' && { biz_opaque_callback_data: callbackData }),
					...(hash !== undefined && { recipient_identity_key_hash: hash }),
					...(message.templateId !== undefined && { template_id: message.templateId }),
					...(errors && { errors }),
				},
			],
		},
	});
}

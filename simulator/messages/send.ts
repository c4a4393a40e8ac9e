import { business } from '../business';
import { callHistory, notePermissionRequest } from '../calls/permissions';
import type { SimulatorContext } from '../context';
import {
	freeEntryPointIsOpen,
	openFreeEntryPoint,
	serviceWindowIsOpen,
} from '../customers/windows';
import { echoOf } from '../echoes/echo';
import { SimulatedGraphError } from '../graph/errors';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import type { State } from '../state';
import { matchTemplate } from '../templates/match';
import type { Template } from '../templates/template';
import { validateMessage, type OutgoingMessage } from '.';
import { directSendOf, generatedTemplate } from './directSend';
import { newMessageId, type AcceptedMessage } from './message';
import { applyPin } from './pin';
import { recipientOf, type Recipient } from './recipient';
import { checkBusinessObjects, mediaFailure, mediaUsedBy, type MediaUse } from './references';
import { scheduleFailure, scheduleStatuses, type Pricing } from './statuses';

/** Meta's response to an accepted message. */
export interface SendResponse {
	messaging_product: 'whatsapp';
	contacts: Array<{ input: string; wa_id?: string; user_id?: string }>;
	messages: Array<{ id: string; message_status?: 'accepted' }>;
}

/**
 * Accepts a message as Meta does: validates it, records it and schedules its statuses.
 *
 * @throws SimulatedGraphError for a message that Meta rejects immediately
 */
export function send(
	simulator: SimulatorContext,
	sender: PhoneNumber,
	body: Record<string, unknown>,
	{ endpoint, appId }: Pick<AcceptedMessage, 'endpoint' | 'appId'>,
): { accepted: AcceptedMessage; response: SendResponse } {
	const { state, settings } = simulator;
	const message = validateMessage(body);
	if (endpoint === 'marketing_messages' && message.type !== 'template') {
		throw new SimulatedGraphError(100, { details: 'Message must be a template message.' });
	}
	if (
		settings.messagesPerSecond !== null &&
		!simulator.throughput.take(
			sender.id,
			settings.messagesPerSecond,
			1000 / settings.messagesPerSecond,
		)
	) {
		throw new SimulatedGraphError(130429, {
			details:
				'Message failed to send because there were too many messages sent from this phone number in a short period of time',
		});
	}
	const recipient = recipientOf(message, sender, state);
	const uses = mediaUsedBy(message, state);
	const direct = directSendOf(message, recipient, settings);
	const template =
		message.type === 'template' ? findTemplate(message, recipient, state) : undefined;
	if (template) checkEdge(endpoint, template, recipient, simulator);
	if (message.type === 'interactive') checkBusinessObjects(message.interactive, state);
	if (message.type === 'pin' && recipient.kind !== 'group') {
		throw new SimulatedGraphError(131009, { details: 'Messages can be pinned in groups only.' });
	}
	const key = recipient.kind === 'group' ? recipient.group.id : customerKey(recipient);
	if (
		settings.pairLimit !== null &&
		!simulator.pairs.take(
			`${sender.id} ${key}`,
			settings.pairLimit.burst,
			settings.pairLimit.everyMs,
		)
	) {
		throw new SimulatedGraphError(131056, {
			details:
				'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time',
		});
	}
	if (
		recipient.kind === 'customer' &&
		message.type === 'interactive' &&
		message.interactive.type === 'call_permission_request'
	) {
		notePermissionRequest(callHistory(recipient.customer, sender.id));
	}
	const accepted: AcceptedMessage = {
		id: newMessageId(key, false),
		phoneNumberId: sender.id,
		appId,
		endpoint,
		acceptedAt: Date.now(),
		recipient: key,
		body,
		statuses: [],
	};
	const generated = direct && generatedTemplate(message, direct, state);
	if (generated) accepted.templateId = generated.id;
	state.accepted.push(accepted);
	state.messages.set(accepted.id, accepted);
	const failure =
		direct && !generated
			? new SimulatedGraphError(132021, { details: 'Another template has this name.' })
			: failureOf(simulator, sender, message, recipient, uses, generated ?? template);
	if (failure) {
		scheduleFailure(simulator, accepted, failure);
	} else {
		if (recipient.kind === 'customer') reply(simulator, sender, recipient, message, accepted);
		else if (message.type === 'pin') applyPin(recipient.group, message.pin);
		scheduleStatuses(
			simulator,
			accepted,
			pricingOf(simulator, sender, recipient, generated ?? template),
		);
	}
	return { accepted, response: responseTo(message, recipient, accepted.id) };
}

/** What a message to a customer sets off besides its statuses. */
function reply(
	{ settings, webhooks }: SimulatorContext,
	sender: PhoneNumber,
	{ customer }: Extract<Recipient, { kind: 'customer' }>,
	message: OutgoingMessage,
	{ id, appId, acceptedAt: at, body }: AcceptedMessage,
): void {
	openFreeEntryPoint(customer, sender.id, settings);
	if (appId === business.app.id && !settings.echoOwnMessages) return;
	const { type } = message;
	const { context } = body;
	const content = { ...(context !== undefined && { context }), type, [type]: body[type] };
	webhooks.emit(echoOf('message_echoes', sender, customer, { id, at, content }));
}

/** What each of the two endpoints takes. */
function checkEdge(
	endpoint: AcceptedMessage['endpoint'],
	template: Template,
	recipient: Recipient,
	{ settings, state }: SimulatorContext,
): void {
	const hasMaxPrice = template.optimization_spec !== undefined;
	if (endpoint === 'messages') {
		if (hasMaxPrice) {
			throw new SimulatedGraphError(131061, {
				details: 'A template with a max price can be sent with the Marketing Messages API only.',
			});
		}
		if (template.category === 'MARKETING' && state.waba.marketingDisabledOnCloudApi) {
			throw new SimulatedGraphError(131063, {
				details:
					'Your template is categorized as Marketing, but marketing templates are currently disabled for your Cloud API configuration. To send this template, use the Marketing Messages API for WhatsApp or enable marketing templates on Cloud API by turning off disable_marketing_messages_on_cloud_api.',
			});
		}
		return;
	}
	if (!settings.marketingMessagesApi) {
		throw new SimulatedGraphError(134102, {
			details: 'The WhatsApp Business Account is not eligible for the Marketing Messages API.',
		});
	}
	if (template.category !== 'MARKETING') {
		throw new SimulatedGraphError(134100, {
			details: 'Only marketing templates can be sent with the Marketing Messages API.',
		});
	}
	if (hasMaxPrice && recipient.kind === 'customer' && recipient.identifiedBy === 'userId') {
		throw new SimulatedGraphError(131062, {
			details: 'Business-scoped User ID (BSUID) recipients are not supported for this message.',
		});
	}
}

function customerKey({ customer, identifiedBy }: Extract<Recipient, { kind: 'customer' }>): string {
	return (identifiedBy === 'phoneNumber' && customer.waId) || customer.userId;
}

function findTemplate(
	message: Extract<OutgoingMessage, { type: 'template' }>,
	recipient: Recipient,
	state: State,
): Template {
	const { name, language } = message.template;
	const template = state.templates.find(
		(candidate) => candidate.name === name && candidate.language === language.code,
	);
	if (!template || ['PENDING', 'REJECTED'].includes(template.status)) {
		throw new SimulatedGraphError(132001, {
			details: `template name (${name}) does not exist in ${language.code}`,
		});
	}
	if (template.source) {
		throw new SimulatedGraphError(132018, {
			details: "Direct send template can't be used for template message",
		});
	}
	if (template.status === 'PAUSED') {
		throw new SimulatedGraphError(132015, { details: 'Template is paused due to low quality' });
	}
	if (template.status === 'DISABLED') {
		throw new SimulatedGraphError(132016, { details: 'Template is disabled due to low quality' });
	}
	if (
		template.category === 'AUTHENTICATION' &&
		recipient.kind === 'customer' &&
		recipient.identifiedBy === 'userId'
	) {
		throw new SimulatedGraphError(131062, {
			details: 'Business-scoped User ID (BSUID) recipients are not supported for this message.',
		});
	}
	matchTemplate(template, message.template);
	return template;
}

/** Why an accepted message cannot be delivered. Meta reports it by webhook. */
function failureOf(
	{ settings, state }: SimulatorContext,
	sender: PhoneNumber,
	message: OutgoingMessage,
	recipient: Recipient,
	uses: MediaUse[],
	template: Template | undefined,
): SimulatedGraphError | undefined {
	if (recipient.kind === 'customer') {
		const { customer } = recipient;
		const hash = message.recipient_identity_key_hash;
		if (hash !== undefined && hash !== customer.identityKeyHash) {
			return new SimulatedGraphError(137000, {
				details: "The hash in the request does not match the recipient's current hash.",
			});
		}
		if (customer.waId && settings.notOnWhatsApp.includes(customer.waId)) {
			return new SimulatedGraphError(131026, { details: 'Message Undeliverable.' });
		}
		if (template?.category === 'MARKETING' && customer.stoppedMarketing.has(sender.id)) {
			return new SimulatedGraphError(131050);
		}
		if (!template && !windowIsOpen(settings, sender, recipient)) {
			return new SimulatedGraphError(131047, {
				details:
					'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
			});
		}
	}
	if (message.type === 'reaction' && !state.messages.has(message.reaction.message_id)) {
		return new SimulatedGraphError(131009, { details: 'The message to react to does not exist' });
	}
	if (message.type === 'pin' && !state.messages.has(message.pin.message_id)) {
		return new SimulatedGraphError(131009, { details: 'The message to pin does not exist' });
	}
	return mediaFailure(uses);
}

function windowIsOpen(
	settings: SimulatorContext['settings'],
	sender: PhoneNumber,
	recipient: Recipient,
): boolean {
	if (!settings.enforceCustomerServiceWindow || recipient.kind === 'group') return true;
	return serviceWindowIsOpen(recipient.customer, sender.id, settings);
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing */
function pricingOf(
	{ settings }: SimulatorContext,
	sender: PhoneNumber,
	recipient: Recipient,
	template: Template | undefined,
): Pricing {
	if (recipient.kind === 'customer' && freeEntryPointIsOpen(recipient.customer, sender.id)) {
		return {
			billable: false,
			pricing_model: 'PMP',
			type: 'free_entry_point',
			category: 'referral_conversion',
		};
	}
	const category = template?.category.toLowerCase() ?? 'service';
	const free =
		category === 'service' || (category === 'utility' && windowIsOpen(settings, sender, recipient));
	return {
		billable: !free,
		pricing_model: 'PMP',
		type: free ? 'free_customer_service' : 'regular',
		category,
	};
}

function responseTo(message: OutgoingMessage, recipient: Recipient, id: string): SendResponse {
	return {
		messaging_product: 'whatsapp',
		contacts: [contactOf(message, recipient)],
		messages: [{ id, ...(message.type === 'template' && { message_status: 'accepted' as const }) }],
	};
}

function contactOf(
	message: OutgoingMessage,
	recipient: Recipient,
): SendResponse['contacts'][number] {
	if (recipient.kind === 'group') return { input: recipient.group.id, wa_id: recipient.group.id };
	if (recipient.identifiedBy === 'userId') {
		return { input: message.recipient ?? '', user_id: recipient.customer.userId };
	}
	return {
		input: message.to ?? '',
		wa_id: recipient.customer.waId,
		...(message.recipient !== undefined && { user_id: message.recipient }),
	};
}

import type { SimulatorContext } from '../../../context';
import { newCustomer } from '../../../customers/customer';
import { newConversation } from '../inbox';
import type { ConversationEvent } from './payload';
import { executionBody, projectBody } from './projectEvents';
import type { KapsoWebhook } from './webhook';

/** The body of an event of the project about a number and a workflow that do not exist. */
export function sampleBody(simulator: SimulatorContext, event: string): Record<string, unknown> {
	const isWorkflow = event.startsWith('workflow.execution.');
	return isWorkflow
		? executionBody(simulator, event)
		: projectBody(simulator, { phoneNumberId: '123456789012345' });
}

/** An event about a message and a customer that do not exist. */
export function sampleEvent(
	{ state }: SimulatorContext,
	{ phoneNumberId }: KapsoWebhook,
	event: string,
): ConversationEvent {
	const customer = newCustomer({
		waId: '15551234567',
		userId: 'US.13491208655302700000',
		profileName: 'Test User',
	});
	const at = Date.now();
	const conversation = newConversation(
		phoneNumberId ?? state.phoneNumbers[0]?.id ?? '',
		customer,
		at,
	);
	const isOfConversation = event.startsWith('whatsapp.conversation.');
	const message = {
		id: 'wamid.TEST',
		direction: event === 'whatsapp.message.received' ? ('inbound' as const) : ('outbound' as const),
		origin: 'cloud_api' as const,
		at,
		type: 'text',
		content: { type: 'text', text: { body: 'This is a test message' } },
		conversation,
		statuses: [],
		rawStatuses: [],
	};
	conversation.messages.push(message);
	return { event, conversation, ...(!isOfConversation && { message }) };
}

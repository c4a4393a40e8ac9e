import type {
	WebhookChange,
	WebhookContact,
	WebhookMessage,
	WebhookPayload,
	WebhookStatus,
} from './payload';
import { record, records } from './reading';

/** What the trigger can start on, as stored in a workflow. */
export type EventGroup = 'messages' | 'statuses';

interface EventSource {
	wabaId: string | undefined;
	phoneNumberId: string | undefined;
	/** The user the event is about, when Meta tells. */
	contact: WebhookContact | undefined;
}

/** One message or one status, with what Meta says around it. */
export type WebhookEvent = EventSource &
	({ group: 'messages'; message: WebhookMessage } | { group: 'statuses'; status: WebhookStatus });

/** The events of a payload that belong to the chosen groups, in the order Meta gives them. */
export function eventsOf(payload: WebhookPayload, chosen: readonly string[]): WebhookEvent[] {
	return records(payload.entry)
		.flatMap(({ id, changes }) => records(changes).flatMap((change) => changeEvents(id, change)))
		.filter(({ group }) => chosen.includes(group));
}

function changeEvents(wabaId: string | undefined, change: WebhookChange): WebhookEvent[] {
	if (change.field !== 'messages') return [];
	const value = record(change.value);
	const phoneNumberId = record(value.metadata).phone_number_id;
	const contacts = records(value.contacts);
	return [
		...records(value.messages).map((message): WebhookEvent => {
			const contact = contactWith(contacts, message.from_user_id, message.from);
			return { group: 'messages', wabaId, phoneNumberId, contact, message };
		}),
		...records(value.statuses).map((status): WebhookEvent => {
			const contact = contactWith(
				contacts,
				status.recipient_participant_user_id ?? status.recipient_user_id,
				status.recipient_participant_id ?? status.recipient_id,
			);
			return { group: 'statuses', wabaId, phoneNumberId, contact, status };
		}),
	];
}

// One change may carry messages of several users, and not every user has a phone number.
function contactWith(
	contacts: readonly WebhookContact[],
	userId: string | undefined,
	phoneNumber: string | undefined,
): WebhookContact | undefined {
	return contacts.find(
		({ user_id, wa_id }) =>
			(user_id !== undefined && user_id === userId) ||
			(wa_id !== undefined && wa_id === phoneNumber),
	);
}

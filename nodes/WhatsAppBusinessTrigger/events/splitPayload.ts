import { eventKinds, otherKind } from './eventKinds';
import type { EventKind } from './eventKinds';
import type {
	HistoryChunk,
	WebhookChange,
	WebhookEntry,
	WebhookPayload,
	WebhookValue,
} from './payload';
import { isDeeperThan, isJsonObject } from '../../graphApi/json';
import { asObject, asObjects } from '../../graphApi/coerce';

/** One message, status or change, with the data Meta sends beside it. */
export interface WebhookEvent {
	kind: EventKind;
	/** Name of the list that held the event; undefined if the whole value is the event. */
	list?: string;
	/** The event as Meta sent it. For history, the part of the chunk about one message. */
	raw: object;
	value: Partial<WebhookValue>;
	field?: string;
	wabaId?: string;
	/** Unix time in seconds at which Meta sent the notification, for events without a timestamp. */
	notifiedAt?: number;
}

/** Meta nests some ten levels. n8n could not store an item with many thousands. */
export const maximumDepth = 100;

/** Splits a payload into its events, in Meta's order. Changes that are nested too deep are left out. */
export function splitPayload(payload: WebhookPayload): WebhookEvent[] {
	return asObjects(payload.entry).flatMap((entry) =>
		asObjects(entry.changes)
			.filter((change) => !isDeeperThan(maximumDepth, change))
			.flatMap((change) => changeEvents(entry, change)),
	);
}

/** Rebuilds the payload that Meta would have sent for this event alone. */
export function payloadOf({ wabaId, notifiedAt, field, list, raw, value }: WebhookEvent): object {
	const valueOfEvent = list === undefined ? raw : { ...withoutLists(value), [list]: [raw] };
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: wabaId, time: notifiedAt, changes: [{ field, value: valueOfEvent }] }],
	};
}

function changeEvents({ id, time }: WebhookEntry, change: WebhookChange): WebhookEvent[] {
	const { field } = change;
	const value = asObject(change.value);
	const common = { value, field, wabaId: id, notifiedAt: time };
	const kinds = eventKinds.filter((kind) => kind.field !== undefined && kind.field === field);
	const listed = kinds.flatMap((kind) =>
		kind.lists.flatMap((list) =>
			entriesOf(value, list).map((raw): WebhookEvent => ({ kind, list, raw, ...common })),
		),
	);
	if (listed.length > 0) return listed;
	const [only, another] = kinds;
	// `messages` with neither messages nor statuses carries errors of the account.
	const kind = only && another === undefined ? only : otherKind;
	return [{ kind, raw: isJsonObject(change.value) ? value : change, ...common }];
}

function entriesOf(value: Partial<WebhookValue>, list: string): object[] {
	const entries = asObjects((value as Record<string, object[] | undefined>)[list]);
	return list === 'history' ? entries.flatMap(singleMessages) : entries;
}

/** Splits a history chunk into chunks of one message. A chunk without messages is returned as it is. */
function singleMessages(chunk: HistoryChunk): HistoryChunk[] {
	const messages = asObjects(chunk.threads).flatMap((thread) =>
		asObjects(thread.messages).map((message) => ({
			...chunk,
			threads: [{ ...thread, messages: [message] }],
		})),
	);
	return messages.length > 0 ? messages : [chunk];
}

function withoutLists(value: Partial<WebhookValue>): object {
	const lists = new Set(eventKinds.flatMap((kind) => kind.lists));
	return Object.fromEntries(Object.entries(value).filter(([name]) => !lists.has(name)));
}

import { eventKinds, otherKind } from './eventKinds';
import type { EventKind } from './eventKinds';
import type {
	HistoryChunk,
	WebhookChange,
	WebhookEntry,
	WebhookPayload,
	WebhookValue,
} from './payload';
import { isJsonObject } from '../../graphApi/json';
import { asObject, asObjects } from '../../graphApi/coerce';

/** One thing that happened, with what Meta says around it. */
export interface WebhookEvent {
	kind: EventKind;
	/** The list the event stood in, or undefined when the whole value is the event. */
	list?: string;
	/** The event itself, as Meta sent it. Of a history chunk the part about one message. */
	raw: object;
	value: Partial<WebhookValue>;
	field?: string;
	wabaId?: string;
	/** Unix time in seconds at which Meta noticed, for events that have no time of their own. */
	notifiedAt?: number;
}

/** Every event of a payload, in the order Meta gives them. */
export function splitPayload(payload: WebhookPayload): WebhookEvent[] {
	return asObjects(payload.entry).flatMap((entry) =>
		asObjects(entry.changes).flatMap((change) => changeEvents(entry, change)),
	);
}

/** The payload with one event only, as Meta would have sent it. */
export function payloadOf({
	wabaId,
	notifiedAt: notifiedAt,
	field,
	list,
	raw,
	value,
}: WebhookEvent): object {
	const alone = list === undefined ? raw : { ...withoutLists(value), [list]: [raw] };
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: wabaId, time: notifiedAt, changes: [{ field, value: alone }] }],
	};
}

function changeEvents({ id, time }: WebhookEntry, change: WebhookChange): WebhookEvent[] {
	const { field } = change;
	const value = asObject(change.value);
	const around = { value, field, wabaId: id, notifiedAt: time };
	const kinds = eventKinds.filter((kind) => kind.field !== undefined && kind.field === field);
	const listed = kinds.flatMap((kind) =>
		kind.lists.flatMap((list) =>
			entriesOf(value, list).map((raw): WebhookEvent => ({ kind, list, raw, ...around })),
		),
	);
	if (listed.length > 0) return listed;
	const [only, another] = kinds;
	// Without any message, `messages` is about neither a message nor a status: errors of the account come so.
	const kind = only && another === undefined ? only : otherKind;
	return [{ kind, raw: isJsonObject(change.value) ? value : change, ...around }];
}

function entriesOf(value: Partial<WebhookValue>, list: string): object[] {
	const entries = asObjects((value as Record<string, object[] | undefined>)[list]);
	return list === 'history' ? entries.flatMap(singleMessages) : entries;
}

/** A history chunk as many chunks of one message; one without messages stays as it is. */
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

import { contactBeside } from './person';
import { customerChanged, kindsWithField, otherKind } from './eventKinds';
import type { EventKind } from './eventKinds';
import { kapsoKindOf } from './kapsoKinds';
import type {
	HistoryChunk,
	WebhookChange,
	WebhookEntry,
	WebhookMessage,
	WebhookPayload,
	WebhookValue,
} from './payload';
import { isDeeperThan, isJsonObject } from '../../graphApi/json';
import { asNumber, asObject, asObjects, asText } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';

/** One message, status or change, with the data Meta sends beside it. */
export interface WebhookEvent {
	kind: EventKind;
	/** A further kind of the same event: either starts the workflow. */
	alsoKind?: EventKind;
	/** Name of the list that held the event; undefined if the whole value is the event. */
	list?: string;
	/** The event as Meta sent it. For history, the part of the chunk about one message. */
	raw: object;
	/** The value that held the event. What `within` names is part of it. */
	value: Partial<WebhookValue>;
	field?: string;
	wabaId?: string;
	/** Unix time in seconds at which Meta sent the notification, for events without a timestamp. */
	notifiedAt?: number;
}

/** Meta nests some ten levels. n8n could not store an item with many thousands. */
export const maximumDepth = 100;

/** Splits a payload into its events, in Meta's order. Events that are nested too deep are left out. */
export function splitPayload(payload: WebhookPayload): WebhookEvent[] {
	return asObjects(payload.entry).flatMap((entry) =>
		asObjects(entry.changes).flatMap((change) => {
			const events = changeEvents(entry, change);
			return isShallow(change) ? events : withoutDeepParts(events);
		}),
	);
}

/** Rebuilds the payload that Meta would have sent for this event alone. */
export function payloadOf(event: WebhookEvent): object {
	const { wabaId, notifiedAt, field } = event;
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: wabaId, time: notifiedAt, changes: [{ field, value: valueOf(event) }] }],
	};
}

function valueOf(event: WebhookEvent): object {
	const { kind, list, raw } = event;
	if (list === undefined) return raw;
	const { contacts, ...others } = besideLists(event);
	const contact = contactBeside(event);
	const inner = { ...(contacts && { contacts: contact ? [contact] : [] }), [list]: [raw] };
	return { ...others, ...(kind.within === undefined ? inner : { [kind.within]: inner }) };
}

function changeEvents({ id, time }: WebhookEntry, change: WebhookChange): WebhookEvent[] {
	const field = asText(change.field) ?? undefined;
	const value = asObject(change.value);
	const common = {
		field,
		wabaId: asText(id) ?? undefined,
		notifiedAt: asNumber(time) ?? undefined,
	};
	const kinds = kindsWithField(field);
	const listed = kinds.flatMap((kind) => {
		const holder = kind.within === undefined ? value : withInner(value, kind.within);
		return kind.lists.flatMap((list) =>
			entriesOf(holder, list).map((raw): WebhookEvent => ({
				kind,
				...alsoOf(kind, raw, value),
				list,
				raw,
				value: holder,
				...common,
			})),
		);
	});
	if (listed.length > 0) return listed;
	const [only, another] = kinds;
	// `messages` with neither messages nor statuses carries errors of the account.
	const kind = only && another === undefined ? only : otherKind;
	return [{ kind, raw: isJsonObject(change.value) ? value : change, value, ...common }];
}

function withInner(value: Partial<WebhookValue>, within: string): Partial<WebhookValue> {
	const { [within]: inner, ...outer } = value as JsonObject;
	return isJsonObject(inner) ? { ...outer, ...inner } : value;
}

function alsoOf(
	kind: EventKind,
	raw: WebhookMessage,
	value: object,
): Pick<WebhookEvent, 'alsoKind'> | undefined {
	const kapsoKind = kapsoKindOf(kind, value);
	if (kapsoKind !== undefined) return { alsoKind: kapsoKind };
	if (kind.event !== 'message' || raw.type !== 'system') return undefined;
	return isCustomerChange(raw) ? { alsoKind: customerChanged } : undefined;
}

/** Whether a system message tells of a customer's new phone number or user ID. */
export function isCustomerChange({ system }: WebhookMessage): boolean {
	const { type } = asObject(system);
	return type === 'user_changed_number' || type === 'user_changed_user_id';
}

function entriesOf(value: Partial<WebhookValue>, list: string): object[] {
	const entries = asObjects((value as Record<string, object[] | undefined>)[list]);
	return list === 'history' ? entries.flatMap(singleMessages) : entries;
}

/**
 * Splits a history chunk into chunks of one message. A chunk without messages is returned as it is. What went wrong with
 * the chunk is part of the first.
 */
function singleMessages(chunk: HistoryChunk): HistoryChunk[] {
	const { threads, errors, ...others } = chunk;
	const [first, ...more] = asObjects(threads).flatMap((thread) =>
		asObjects(thread.messages).map((message): HistoryChunk => ({
			...others,
			threads: [{ ...thread, messages: [message] }],
		})),
	);
	if (first === undefined) return [chunk];
	return [errors === undefined ? first : { ...first, errors }, ...more];
}

function withoutDeepParts(events: readonly WebhookEvent[]): WebhookEvent[] {
	const values = new Map<object, object>();
	for (const event of events) {
		if (!values.has(event.value)) values.set(event.value, shallowParts(besideLists(event)));
	}
	return events
		.filter(({ raw }) => isShallow(raw))
		.map((event) => ({ ...event, value: values.get(event.value) ?? {} }));
}

function shallowParts(value: object): object {
	const parts = Object.entries(value).map(([name, part]: [string, unknown]) => [
		name,
		Array.isArray(part) ? part.filter(isShallow) : part,
	]);
	return Object.fromEntries(parts.filter(([, part]) => isShallow(part))) as object;
}

function isShallow(value: unknown): boolean {
	return !isDeeperThan(maximumDepth, value);
}

/** What Meta sends beside the lists of events in the value that holds an event. */
function besideLists({ field, value }: WebhookEvent): Partial<WebhookValue> {
	return Object.fromEntries(Object.entries(value).filter(([name]) => !isList(field, name)));
}

/** Whether a part of a value of this webhook field is a list of events. */
export function isList(field: string | undefined, name: string): boolean {
	return kindsWithField(field).some(({ lists }) => lists.includes(name));
}

import type { IncomingHttpHeaders } from 'node:http';

import { asObject, asObjects, asText, asTextOrNumber, firstText, getPath } from '../../coerce';
import { isJsonObject } from '../../json';
import { textLimits } from '../../textLimits';
import type { JsonObject, JsonValue } from '../../types';

/** What Kapso says of a delivery beside the body. https://docs.kapso.ai/docs/platform/webhooks/overview */
export const kapsoHeaders = [
	'x-webhook-event',
	'x-idempotency-key',
	'x-webhook-payload-version',
	'x-webhook-batch',
	'x-batch-size',
] as const;

/** In characters. Names and keys of Kapso's have fewer than 50. */
const longestHeader = 200;

/**
 * A webhook with Kapso's own events as Meta's would be: messages and statuses under Meta's names, anything else as a list
 * of `payloads` under Kapso's name of the event. What Kapso adds is in `kapso`. Both versions of the payload are read.
 * - https://docs.kapso.ai/docs/platform/webhooks/message-events
 * - https://docs.kapso.ai/docs/platform/webhooks/project-webhooks
 * - https://docs.kapso.ai/docs/platform/webhooks/legacy
 * @returns Meta's webhook as it is, and undefined for what is neither.
 */
export function metaPayload(
	body: JsonObject,
	headers: IncomingHttpHeaders,
): JsonObject | undefined {
	if (Array.isArray(body.entry)) return body;
	const header = (name: (typeof kapsoHeaders)[number]) => headerIn(headers, name);
	const event = firstText(header('x-webhook-event'), body.type, body.event);
	if (event === null || event.length > longestHeader) return undefined;
	const key = header('x-idempotency-key');
	const isBatch =
		Array.isArray(body.data) && (body.batch === true || header('x-webhook-batch') === 'true');
	const payloads = isBatch ? asObjects<JsonObject>(body.data) : [body];
	const entry = payloads.map((payload, index) => {
		const itsKey = isBatch && key !== null ? `${key} ${index}` : key;
		return entryOf(payload, { event, ...(itsKey !== null && { idempotency_key: itsKey }) });
	});
	return { object: 'whatsapp_business_account', entry };
}

function headerIn(headers: IncomingHttpHeaders, name: string): string | null {
	const value = asText(headers[name]);
	return value !== null && value.length <= longestHeader ? value : null;
}

interface Named extends Record<string, string> {
	event: string;
}

function entryOf(payload: JsonObject, named: Named): JsonObject {
	const reported = isJsonObject(payload.message)
		? messageChange(payload, payload.message, named)
		: undefined;
	if (reported !== undefined) return { changes: [reported] };
	const value = { ...besideOf(payload), payloads: [payload], kapso: named };
	return { ...timeOf(payload), changes: [{ field: named.event, value }] };
}

/** The events of a message, with Meta's name of the status. */
const messageEvents: ReadonlyMap<string, string> = new Map(
	['received', 'sent', 'delivered', 'read', 'failed'].map((status) => [
		`whatsapp.message.${status}`,
		status,
	]),
);

/** The change of a message, or of its status. Undefined for an event of another kind. */
function messageChange(
	payload: JsonObject,
	given: JsonObject,
	named: Named,
): JsonObject | undefined {
	const status = messageEvents.get(named.event);
	if (status === undefined) return undefined;
	const message = metaMessage(given);
	const origin = firstText(getPath(given, 'kapso.origin'), given.origin);
	const isStatus = status !== 'received' && origin !== 'history_sync';
	const isEcho = status === 'sent' && origin === 'business_app';
	const others = pick({ ...payload, message: undefined, phone_number_id: undefined });
	const value = (events: JsonObject, more?: JsonObject) => ({
		...besideOf(payload),
		...events,
		kapso: { ...others, ...named, ...more },
	});
	if (origin === 'history_sync') {
		const thread = { ...(numberOf(payload) && { id: numberOf(payload) }), messages: [message] };
		return { field: 'history', value: value({ history: [{ threads: [thread] }] }) };
	}
	if (isEcho) return { field: 'smb_message_echoes', value: value({ message_echoes: [message] }) };
	const events = isStatus
		? { statuses: [statusOf(message, given, status)] }
		: { messages: [message] };
	return { field: 'messages', value: value(events, isStatus ? { message: given } : {}) };
}

/** Kapso keeps what Meta said of each status. */
function statusOf(message: JsonObject, given: JsonObject, status: string): JsonObject {
	const statuses = getPath(given, 'kapso.statuses') as JsonValue | undefined;
	const metas = asObjects<JsonObject>(statuses).findLast((each) => each.status === status);
	return metas ?? pick({ id: message.id, status, timestamp: message.timestamp });
}

/** The message as Meta has it. Version 1 of the payload has other names, and its content beside them. */
function metaMessage(message: JsonObject): JsonObject {
	const type = firstText(message.type, message.message_type);
	if (type === null) return message;
	const data = asObject<JsonObject>(message.message_type_data);
	const content = asText(message.content);
	const own = isJsonObject(message[type]) || Array.isArray(message[type]);
	const body = type === 'text' && content !== null ? { body: content } : {};
	const metas =
		asText(message.type) === null
			? {
					id: message.whatsapp_message_id ?? message.id,
					timestamp: asTextOrNumber(unixTime(message.created_at)),
					type,
					...(!own && { [type]: { ...data, ...body } }),
					kapso: message,
				}
			: message;
	return withFile(withoutPlus(pick(metas)), type);
}

/** Meta writes numbers without a plus, and Kapso those of conversations with one. */
function withoutPlus(message: JsonObject): JsonObject {
	const { from, to } = message;
	const plain = (number: unknown) =>
		typeof number === 'string' && number.startsWith('+') ? digits(number) : undefined;
	return { ...message, ...pick({ from: plain(from), to: plain(to) }) };
}

/** Kapso keeps a copy of a file, and says more of it than beside the ID. */
function withFile(message: JsonObject, type: string): JsonObject {
	const content = message[type];
	const file = getPath(message, 'kapso.media_data');
	if (!isJsonObject(content) || !isJsonObject(file)) return message;
	const { url, filename, content_type } = file;
	const more = pick({ mime_type: content_type, filename, url });
	return { ...message, [type]: { ...more, ...content } };
}

/** What Meta would say beside the events: the number, and who the customer is. */
function besideOf(payload: JsonObject): JsonObject {
	const config = asObject<JsonObject>(payload.whatsapp_config);
	const metadata = pick({
		phone_number_id: firstText(
			payload.phone_number_id,
			config.phone_number_id,
			getPath(payload, 'conversation.phone_number_id'),
		),
		display_phone_number: digits(asText(config.display_phone_number)),
	});
	const contact = contactOf(payload);
	return { metadata, ...(Object.keys(contact).length > 0 && { contacts: [contact] }) };
}

/** Kapso leaves out what it does not know. https://docs.kapso.ai/docs/whatsapp/business-scoped-user-ids */
function contactOf(payload: JsonObject): JsonObject {
	const profile = pick({
		name: inPerson(payload, 'kapso.contact_name', 'contact_name', 'profile_name'),
		username: inPerson(payload, 'username'),
	});
	return pick({
		wa_id: numberOf(payload),
		user_id: inPerson(payload, 'business_scoped_user_id'),
		parent_user_id: inPerson(payload, 'parent_business_scoped_user_id'),
		profile: Object.keys(profile).length > 0 ? profile : undefined,
	});
}

function numberOf(payload: JsonObject): string | null {
	return digits(inPerson(payload, 'phone_number', 'conversation_phone_number', 'wa_id'));
}

/** Where a payload says who the customer is, the most certain first. */
function inPerson(payload: JsonObject, ...names: string[]): string | null {
	const places = ['conversation', 'contact', 'message', 'message.kapso'];
	return firstText(
		...places.flatMap((place) => names.map((name) => getPath(payload, `${place}.${name}`))),
	);
}

function digits(number: string | null): string | null {
	if (number === null || number.length > textLimits.phoneNumber) return null;
	return asText(number.replace(/\D/g, ''));
}

/** When it happened, which Kapso says in another place for each event. Nothing if it does not say. */
function timeOf(payload: JsonObject): JsonObject {
	const minutes = getPath(payload, 'inactivity.minutes');
	const silentSince = unixTime(getPath(payload, 'since_message.created_at'));
	if (silentSince !== undefined && typeof minutes === 'number') {
		return { time: silentSince + minutes * 60 };
	}
	const at = firstText(payload.occurred_at, getPath(payload, 'conversation.updated_at'));
	return pick({ time: unixTime(at) });
}

/** In seconds. Undefined if the text is no time. */
function unixTime(text: unknown): number | undefined {
	if (typeof text !== 'string' || text.length > textLimits.date) return undefined;
	const time = Date.parse(text);
	return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

/** The object without what is undefined or null. */
function pick(object: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
	);
}

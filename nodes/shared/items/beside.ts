import { asObject, firstText, getPath } from '../../graphApi/coerce';
import { isJsonObject } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import { isList } from '../events/splitPayload';
import type { WebhookEvent } from '../events/splitPayload';
import type { WebhookValue } from '../events/payload';
import { eventErrors } from './eventErrors';
import type { EventError } from './eventErrors';

/** What Meta says beside the events of a value, and which therefore belongs to each of them. */
export interface Beside {
	phoneNumberId: string | null;
	displayPhoneNumber: string | null;
	/** Only if the events are in a list. Otherwise they are the event's own. */
	errors: EventError[] | null;
	conversationContext: JsonObject | null;
	/** Whatever else there is, as Meta sends it. */
	extra: JsonObject | null;
}

// A value may have thousands of events, which share it.
const known = new WeakMap<object, Beside>();

/** Characters of what is repeated in each item. Meta sends an error, or the summary of a chat. */
const mostRepeated = 20_000;

/**
 * Reads what there is beside an event. What is large belongs to the first event of the value only: thousands of items
 * with a copy each would be more than n8n can store.
 */
export function besideOf(event: WebhookEvent): Beside {
	const found = known.get(event.value);
	if (found !== undefined) return found;
	const beside = readBeside(event);
	known.set(event.value, isLarge(beside) ? { ...beside, ...nothingMore } : beside);
	return beside;
}

const nothingMore = { errors: null, conversationContext: null, extra: null };

function isLarge({ errors, conversationContext, extra }: Beside): boolean {
	if ((errors ?? conversationContext ?? extra) === null) return false;
	return JSON.stringify([errors, conversationContext, extra]).length > mostRepeated;
}

function readBeside(event: WebhookEvent): Beside {
	const { value, list } = event;
	const { conversation_context } = value;
	return {
		phoneNumberId: firstText(
			asObject(value.metadata).phone_number_id,
			asObject(value.recipient).phone_number_id,
			asObject(value.phone_number_settings).phone_number_id,
		),
		displayPhoneNumber: firstText(
			asObject(value.metadata).display_phone_number,
			asObject(value.recipient).display_phone_number,
			getPath(value, 'display_phone_number'),
		),
		errors: list === undefined ? null : eventErrors(value.errors),
		conversationContext: isJsonObject(conversation_context) ? conversation_context : null,
		extra: list === undefined ? null : extraOf(event),
	};
}

/** What has a field of its own in the item, or says nothing. */
const readElsewhere = new Set<string>([
	'messaging_product',
	'metadata',
	'contacts',
	'errors',
	'conversation_context',
] satisfies Array<keyof WebhookValue | 'messaging_product'>);

function extraOf({ field, value }: WebhookEvent): JsonObject | null {
	const isExtra = (name: string) => !readElsewhere.has(name) && !isList(field, name);
	// Most values have nothing else, and then nothing is copied.
	if (!Object.keys(value).some(isExtra)) return null;
	const extra = Object.entries(value).filter(([name]) => isExtra(name));
	return Object.fromEntries(extra) as unknown as JsonObject;
}

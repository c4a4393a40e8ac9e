import { isSameMessage } from '../../shared/messageToken';
import type { EventItem, EventWithItem } from '../../shared/items/toItem';
import type { Filters } from './filterValues';
import { messageTypeOf } from './messageTypes';
import { isAmong } from './senders';

/** Whether an event passes all filters. Events that a filter does not apply to pass it. */
export function passesFilters(
	{ event: { kind }, item }: EventWithItem,
	filters: Filters,
	now = Date.now(),
): boolean {
	const { senders } = filters;
	return (
		isRecent(item, filters, now) &&
		(senders === undefined || !kind.aboutCustomer || isAmong(senders, item)) &&
		(item.event !== 'status' || isIn(filters.statuses, item.type)) &&
		(item.event !== 'message' || messagePasses(item, filters))
	);
}

function messagePasses(item: EventItem, filters: Filters): boolean {
	const { messageTypes, textContains, matchesPattern, replyTo, ignoreLateReplies } = filters;
	return (
		!(ignoreLateReplies && item.reply?.expired === true) &&
		isIn(messageTypes, messageTypeOf(item)) &&
		(replyTo === '' || isSameMessage(item.context?.id ?? '', replyTo)) &&
		(item.text ?? '').toLocaleLowerCase().includes(textContains.toLocaleLowerCase()) &&
		matchesPattern(item.text ?? '')
	);
}

/** Whether an event is not older than wanted. One without a time is not. */
export function isRecent(
	{ timestamp }: Pick<EventItem, 'timestamp'>,
	{ maximumAge }: Pick<Filters, 'maximumAge'>,
	now: number,
): boolean {
	if (timestamp === null || maximumAge <= 0) return true;
	return now - Date.parse(timestamp) <= maximumAge * 60_000;
}

function isIn(wanted: readonly string[], value: string | null): boolean {
	return wanted.length === 0 || wanted.includes(value ?? '');
}

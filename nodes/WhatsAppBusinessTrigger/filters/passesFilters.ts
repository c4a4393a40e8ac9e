import { normalizeSender } from './filterValues';
import type { Filters } from './filterValues';
import type { EventItem } from '../items/toItem';
import { messageTypeOf } from './messageTypes';
import { PatternTooSlow, textMatches } from './textPattern';

/** Called when a filter cannot be applied. The event then passes, so that nothing is lost. */
type Report = (what: string) => void;

/** Whether an event passes all filters. Events that a filter does not apply to pass it. */
export function passesFilters(item: EventItem, filters: Filters, report: Report, now = Date.now()) {
	return (
		isRecent(item, filters, now) &&
		isFromSender(item, filters, report) &&
		(item.event !== 'status' || isIn(filters.statuses, item.type)) &&
		(item.event !== 'message' || messagePasses(item, filters, report))
	);
}

function messagePasses(item: EventItem, filters: Filters, report: Report): boolean {
	const { messageTypes, textContains, textPattern, replyTo } = filters;
	return (
		isIn(messageTypes, messageTypeOf(item)) &&
		(replyTo === '' || item.context?.id === replyTo) &&
		(item.text ?? '').toLocaleLowerCase().includes(textContains.toLocaleLowerCase()) &&
		matchesPattern(item.text ?? '', textPattern, report)
	);
}

function matchesPattern(text: string, pattern: string, report: Report): boolean {
	if (pattern === '') return true;
	try {
		return textMatches(text, pattern);
	} catch (error) {
		report(
			error instanceof PatternTooSlow
				? "'Text Matches Pattern' takes too long on a message. Simplify the pattern."
				: "'Text Matches Pattern' is not a regular expression",
		);
		return true;
	}
}

function isRecent({ timestamp }: EventItem, { maximumAge }: Filters, now: number): boolean {
	if (timestamp === null || maximumAge <= 0) return true;
	return now - Date.parse(timestamp) <= maximumAge * 60_000;
}

function isFromSender(
	item: EventItem,
	{ senders, unreadableSenders }: Filters,
	report: Report,
): boolean {
	if (unreadableSenders.length > 0) {
		report("'Sender' contains an entry that is not a phone number with a country code");
	}
	const names = [item.from, item.recipient, item.userId, item.username].filter(
		(name) => name !== null,
	);
	if (senders.length === 0 || names.length === 0) return true;
	return names.some((name) => senders.includes(normalizeSender(name)));
}

function isIn(wanted: readonly string[], value: string | null): boolean {
	return wanted.length === 0 || wanted.includes(value ?? '');
}

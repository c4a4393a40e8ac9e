import type { EventItem } from './items';
import { messageTypeOf } from './messageTypes';
import { PatternTooSlow, textMatches } from './textPattern';

/** What the user may set under Filters. What is not set lets everything pass. */
export interface Filters {
	messageTypes?: string[];
	statuses?: string[];
	/** Phone numbers, business-scoped user IDs or usernames, separated by commas. */
	sender?: string;
	textContains?: string;
	textPattern?: string;
	/** wamid. */
	replyTo?: string;
	maximumAge?: number;
}

/** Told when a filter could not be applied; the event passes then, so that nothing is lost. */
type Complain = (what: string) => void;

/** Whether an event passes all filters. A filter says nothing about events it makes no sense for. */
export function passes(item: EventItem, filters: Filters, complain: Complain, now = Date.now()) {
	return (
		isRecent(item, filters, now) &&
		isFromSender(item, filters) &&
		(item.event !== 'status' || isIn(filters.statuses, item.type)) &&
		(item.event !== 'message' || messagePasses(item, filters, complain))
	);
}

function messagePasses(item: EventItem, filters: Filters, complain: Complain): boolean {
	const { messageTypes, textContains = '', replyTo = '' } = filters;
	return (
		isIn(messageTypes, messageTypeOf(item)) &&
		(replyTo.trim() === '' || item.context?.id === replyTo.trim()) &&
		(item.text ?? '').toLocaleLowerCase().includes(textContains.toLocaleLowerCase()) &&
		matchesPattern(item.text ?? '', filters.textPattern ?? '', complain)
	);
}

function matchesPattern(text: string, pattern: string, complain: Complain): boolean {
	if (pattern === '') return true;
	try {
		return textMatches(text, pattern);
	} catch (error) {
		complain(
			error instanceof PatternTooSlow
				? "'Text Matches Pattern' takes too long on a message; simplify the pattern"
				: "'Text Matches Pattern' is not a regular expression",
		);
		return true;
	}
}

function isRecent({ timestamp }: EventItem, { maximumAge = 0 }: Filters, now: number): boolean {
	if (timestamp === null || !(maximumAge > 0)) return true;
	return now - Date.parse(timestamp) <= maximumAge * 60_000;
}

function isFromSender(item: EventItem, { sender = '' }: Filters): boolean {
	const wanted = sender
		.split(',')
		.map(comparable)
		.filter((name) => name !== '');
	const names = [item.from, item.recipient, item.userId, item.username].filter(
		(name) => name !== null,
	);
	if (wanted.length === 0 || names.length === 0) return true;
	return names.some((name) => wanted.includes(comparable(name)));
}

/** A phone number as Meta writes it, whatever was typed around its digits; anything else without `@`. */
function comparable(name: string): string {
	const trimmed = name.trim();
	return /^\+?[\d\s().-]+$/.test(trimmed)
		? trimmed.replace(/\D/g, '')
		: trimmed.replace(/^@/, '').toLowerCase();
}

function isIn(wanted: readonly string[] | undefined, value: string | null): boolean {
	return wanted === undefined || wanted.length === 0 || wanted.includes(value ?? '');
}

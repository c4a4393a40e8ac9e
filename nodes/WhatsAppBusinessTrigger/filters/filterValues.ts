import type { CountryCode } from 'libphonenumber-js/min';

import { isJsonObject } from '../../graphApi/json';
import { InputError } from '../../shared/inputError';
import { readSenders } from './senders';
import type { Senders } from './senders';
import { readTextPattern } from './textPattern';
import type { TextPattern } from './textPattern';

/** The filters, parsed. A filter that is not set lets every event pass. */
export interface Filters {
	messageTypes: string[];
	statuses: string[];
	/** Undefined if not set. */
	senders: Senders | undefined;
	textContains: string;
	matchesPattern: (text: string) => boolean;
	/** wamid, or empty if not set. */
	replyTo: string;
	/** Minutes; 0 for any age. */
	maximumAge: number;
	ignoreLateReplies: boolean;
	/** What is wrong with the filters, as far as it is known. Events that a filter cannot check do not pass. */
	problems: readonly InputError[];
}

/** The fields of the filters; expressions may return any type. */
export interface FilterValues {
	messageTypes?: unknown;
	statuses?: unknown;
	sender?: unknown;
	textContains?: unknown;
	textPattern?: unknown;
	replyTo?: unknown;
	maximumAge?: unknown;
	ignoreLateReplies?: unknown;
}

/**
 * Parses the filters. A value of the wrong type counts as not set.
 * @param defaultCountry of senders without country code.
 */
export function readFilters(stored: unknown, defaultCountry?: CountryCode): Filters {
	const values: FilterValues = isJsonObject(stored) ? stored : {};
	const entries = textsOf(values.sender);
	const senders = entries.length === 0 ? undefined : readSenders(entries, defaultCountry);
	const problems: InputError[] = [];
	if (senders && senders.unreadable.length > 0) problems.push(unreadableSender(senders));
	return {
		messageTypes: textsOf(values.messageTypes),
		statuses: textsOf(values.statuses),
		senders,
		textContains: textOf(values.textContains),
		matchesPattern: readPattern(textOf(values.textPattern), problems),
		replyTo: textOf(values.replyTo).trim(),
		maximumAge: Number(values.maximumAge) || 0,
		ignoreLateReplies: values.ignoreLateReplies === true,
		problems,
	};
}

/** @throws InputError for an invalid filter. */
export function checkFilters({ problems: [problem] }: Filters): void {
	if (problem) throw problem;
}

/** How many steps a pattern may take for all messages of a delivery: a few seconds at most. */
const maxSteps = 100_000_000;

function readPattern(written: string, problems: InputError[]): Filters['matchesPattern'] {
	if (written === '') return () => true;
	try {
		const pattern = readTextPattern(written);
		return withinSteps(pattern, () => problems.push(tooManySteps));
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		problems.push(error);
		return () => false;
	}
}

function withinSteps(pattern: TextPattern, exceeded: () => void): Filters['matchesPattern'] {
	let left = maxSteps;
	return (text) => {
		const before = left;
		left -= pattern.steps(text);
		if (before >= 0 && left < 0) exceeded();
		return left >= 0 && pattern.matches(text);
	};
}

const tooManySteps = new InputError(
	'Text Matches Pattern',
	'is too large for the long messages that came together',
	'Shorten the pattern, above all counts such as {1,500}.',
);

function unreadableSender(senders: Senders): InputError {
	return new InputError(
		'Sender',
		'contains an entry that is not a phone number with a country code, a user ID or a username',
		`Correct this: ${senders.unreadable.join(', ')}. Enter a phone number like +1 650 555 1234, or without its country code if 'Default Country' is set in the credential, a user ID like US.13491208655302741918, or a username like @name.`,
	);
}

function textsOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;\n]/);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

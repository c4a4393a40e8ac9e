import { isJsonObject } from '../../graphApi/json';
import { InputError } from '../../shared/inputError';
import { readSenders } from './senders';
import type { Senders } from './senders';
import { readTextPattern } from './textPattern';

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
	/** What is wrong with the filters. An invalid filter lets no event pass that it applies to. */
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
}

/** Parses the filters. A value of the wrong type counts as not set. */
export function readFilters(stored: unknown): Filters {
	const values: FilterValues = isJsonObject(stored) ? stored : {};
	const entries = textsOf(values.sender);
	const senders = entries.length === 0 ? undefined : readSenders(entries);
	const pattern = readPattern(textOf(values.textPattern));
	return {
		messageTypes: textsOf(values.messageTypes),
		statuses: textsOf(values.statuses),
		senders,
		textContains: textOf(values.textContains),
		matchesPattern: pattern.matches,
		replyTo: textOf(values.replyTo).trim(),
		maximumAge: Number(values.maximumAge) || 0,
		problems: [unreadableSender(senders), pattern.problem].filter((found) => found !== undefined),
	};
}

/** @throws InputError for an invalid filter. */
export function checkFilters({ problems: [problem] }: Filters): void {
	if (problem) throw problem;
}

interface Pattern {
	matches: (text: string) => boolean;
	problem?: InputError;
}

function readPattern(written: string): Pattern {
	if (written === '') return { matches: () => true };
	try {
		return { matches: readTextPattern(written) };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return { matches: () => false, problem: error };
	}
}

function unreadableSender(senders: Senders | undefined): InputError | undefined {
	if (senders === undefined || senders.unreadable.length === 0) return undefined;
	return new InputError(
		'Sender',
		'contains an entry that is not a phone number with a country code, a user ID or a username',
		`Correct this: ${senders.unreadable.join(', ')}. Enter a phone number like +1 650 555 1234, a user ID like US.13491208655302741918, or a username like @name.`,
	);
}

function textsOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;\n]/);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

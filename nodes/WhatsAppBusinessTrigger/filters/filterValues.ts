import { isJsonObject } from '../../graphApi/json';
import { InputError } from '../../shared/inputError';
import { parsePhoneNumber } from '../../shared/phoneNumber';
import { userKey } from '../../shared/userKey';
import { compilePattern } from './textPattern';

/** The filters, parsed. A filter that is not set lets every event pass. */
export interface Filters {
	messageTypes: string[];
	statuses: string[];
	/** Phone numbers as digits, business-scoped user IDs and usernames, all in lower case. */
	senders: string[];
	/** Entries that are none of these. */
	unreadableSenders: string[];
	textContains: string;
	textPattern: string;
	/** wamid, or empty if not set. */
	replyTo: string;
	/** Minutes; 0 for any age. */
	maximumAge: number;
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
	const senders = textsOf(values.sender).map((text) => ({ text, name: parseSender(text) }));
	return {
		messageTypes: textsOf(values.messageTypes),
		statuses: textsOf(values.statuses),
		senders: senders.flatMap(({ name }) => name ?? []),
		unreadableSenders: senders.filter(({ name }) => !name).map(({ text }) => text),
		textContains: textOf(values.textContains),
		textPattern: textOf(values.textPattern),
		replyTo: textOf(values.replyTo).trim(),
		maximumAge: Number(values.maximumAge) || 0,
	};
}

/** @throws InputError for an invalid filter. */
export function checkFilters({ unreadableSenders, textPattern }: Filters): void {
	if (unreadableSenders.length > 0) {
		throw new InputError(
			'Sender',
			`contains an entry that is not a phone number with a country code: ${unreadableSenders.join(', ')}`,
			'Enter it like +1 650 555 1234, or enter a user ID or a username.',
		);
	}
	try {
		compilePattern(textPattern);
	} catch {
		throw new InputError(
			'Text Matches Pattern',
			'is not a regular expression',
			"Check its brackets and backslashes, or use the filter 'Text Contains'.",
		);
	}
}

/** Normalizes a phone number, user ID or username, so that it can be compared. */
export function normalizeSender(name: string): string {
	const plain = name.replace(/^[@+]/, '').toLowerCase();
	return /^\d+$/.test(plain) ? userKey(plain) : plain;
}

function parseSender(text: string): string | undefined {
	const isNumber = !/\p{L}/u.test(text.replace(/^(whatsapp|tel):/i, ''));
	if (!isNumber) return normalizeSender(text);
	try {
		return normalizeSender(
			parsePhoneNumber(text, (what, todo) => new InputError('Sender', what, todo)),
		);
	} catch {
		return undefined;
	}
}

function textsOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;\n]/);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

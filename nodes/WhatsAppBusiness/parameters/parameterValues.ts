import { tryToParseDateTime } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import { textLimits } from '../../graphApi/textLimits';
import type { JsonValue } from '../../graphApi/types';

/** A text; numbers and booleans are taken as text. Undefined for anything else, such as an object. */
export function readText(value: unknown): string | undefined {
	return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

/** A boolean, also as spreadsheets and databases write it; undefined for anything else. */
export function readBoolean(value: unknown): boolean | undefined {
	const word = readText(value)?.trim().toLowerCase() ?? '';
	return ['true', '1', 'yes', 'on'].includes(word)
		? true
		: ['false', '0', 'no', 'off'].includes(word)
			? false
			: undefined;
}

/** A date from an expression, or a text that begins with year, month and day. Undefined for anything else. */
export function readDateTime(value: unknown, timezone: string) {
	const text = readText(value);
	if (text !== undefined && text.length > textLimits.date) return undefined;
	const day = text?.trim().slice(0, 10);
	try {
		const dateTime = tryToParseDateTime(value, timezone);
		// n8n reads 30 February as 2 March, and a number as milliseconds.
		return day === undefined || dateTime.toFormat('yyyy-MM-dd') === day ? dateTime : undefined;
	} catch {
		return undefined;
	}
}

/** Parses JSON, or says what is wrong with it. */
export function readJson(text: string): { json?: JsonValue; problem?: string } {
	try {
		return { json: JSON.parse(text) as JsonValue };
	} catch (error) {
		// V8 quotes part of the text after this, with or without dots in front. It may contain a message.
		const [problem = ''] = (error instanceof Error ? error.message : '').split(/,? (?:\.\.\.)?"/);
		return { problem };
	}
}

/** The value as an object; an empty object for anything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const knownDefaults = new WeakMap<readonly INodeProperties[], Readonly<Record<string, unknown>>>();

/** The values of fields, with the defaults of those that are not stored. */
export function withDefaults(
	properties: readonly INodeProperties[],
	values: unknown,
): Readonly<Record<string, unknown>> {
	return { ...defaultsOf(properties), ...asRecord(values) };
}

/** Gathered once, as every entry of a list in every item has the same fields. */
function defaultsOf(properties: readonly INodeProperties[]): Readonly<Record<string, unknown>> {
	let defaults = knownDefaults.get(properties);
	if (defaults === undefined) {
		defaults = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));
		knownDefaults.set(properties, defaults);
	}
	return defaults;
}

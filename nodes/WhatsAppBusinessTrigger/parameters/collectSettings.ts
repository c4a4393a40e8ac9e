import { asTextOrNumber, getPath } from '../../graphApi/coerce';
import { isJsonObject } from '../../graphApi/json';
import { InputError } from '../../shared/inputError';
import { collectField, collectGroup, collectNumbers } from './collectFields';
import type { CollectOutput } from './collectFields';

/** The option 'Collect Messages', parsed. */
export interface CollectSettings {
	/** Milliseconds without a message after which the collection is passed on. */
	silence: number;
	/** The most messages that are passed on at once. */
	maximumMessages: number;
	/** Milliseconds after the first message. */
	maximumTime: number;
	output: CollectOutput;
}

/** Milliseconds. */
const second = 1_000;

/**
 * Reads the option. An invalid number counts as the default: better than to lose what customers write.
 * @param stored an expression may return any type.
 * @returns undefined if the option is not set.
 */
export function readCollectSettings(stored: unknown): CollectSettings | undefined {
	return stored === undefined ? undefined : settingsOf(stored);
}

/** The settings for what was collected, also if the option has been removed since. */
export function settingsOf(stored: unknown): CollectSettings {
	const values = valuesOf(stored);
	const [silence = 0, maximumMessages = 0, maximumTime = 0] = collectNumbers.map(
		(field) => numberIn(values, field) ?? field.default,
	);
	return {
		silence: silence * second,
		maximumMessages: Math.floor(maximumMessages),
		maximumTime: maximumTime * second,
		output: values.output === 'itemPerMessage' ? 'itemPerMessage' : 'oneItem',
	};
}

/** @throws InputError for an invalid number. */
export function checkCollectOption(stored: unknown): void {
	if (stored === undefined) return;
	for (const field of collectNumbers) {
		if (numberIn(valuesOf(stored), field) !== undefined) continue;
		throw new InputError(
			`${collectField.displayName}: ${field.displayName}`,
			`is not a number from 1 to ${field.maximum}`,
			`Enter a number in this range, e.g. ${field.default}.`,
		);
	}
}

function valuesOf(stored: unknown): Partial<Record<string, unknown>> {
	const group = getPath(stored, collectGroup);
	return isJsonObject(group) ? group : {};
}

/** Undefined if it is invalid. n8n does not store a default. */
function numberIn(
	values: Partial<Record<string, unknown>>,
	{ name, default: fallback, maximum }: (typeof collectNumbers)[number],
): number | undefined {
	const stored = values[name] ?? fallback;
	const value = Number(asTextOrNumber(stored) ?? NaN);
	return value >= 1 && value <= maximum ? value : undefined;
}

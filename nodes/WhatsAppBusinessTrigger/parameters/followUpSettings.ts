import { asTextOrNumber } from '../../graphApi/coerce';
import { InputError } from '../../shared/inputError';
import { conversationInactive, windowClosing } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';
import { closesIn, inactiveAfter, inactiveWhenField } from './followUpFields';
import type { InactiveWhen } from './followUpFields';

/** When conversations start the workflow, in milliseconds. Undefined: the event is not chosen. */
export interface FollowUpSettings {
	/** After how much silence. */
	inactiveAfter: number | undefined;
	inactiveWhen: InactiveWhen;
	/** How long before the end of the customer service window. */
	closesIn: number | undefined;
}

/** Milliseconds. */
const minute = 60_000;

/** The minutes that each event needs. */
const fields = [
	[conversationInactive, inactiveAfter],
	[windowClosing, closesIn],
] as const;

type Field = (typeof fields)[number][1];

/**
 * Reads the fields. An invalid number counts as the default: better than to forget the customer.
 * @param read returns a parameter, which may have any type.
 * @returns undefined if none of the events is chosen.
 */
export function readFollowUpSettings(
	events: readonly string[],
	read: (name: string) => unknown,
): FollowUpSettings | undefined {
	const [after, before] = fields.map(([{ value }, field]) =>
		events.includes(value) ? (minutesIn(read(field.name), field) ?? field.default) : undefined,
	);
	if (after === undefined && before === undefined) return undefined;
	const when = after === undefined ? undefined : read(inactiveWhenField.name);
	return {
		inactiveAfter: after && after * minute,
		inactiveWhen: when === 'nobodyWrites' ? 'nobodyWrites' : 'noReply',
		closesIn: before && before * minute,
	};
}

/** @throws InputError for an invalid number of minutes. */
export function checkFollowUpFields(
	kinds: readonly EventKind[],
	read: (name: string) => unknown,
): void {
	for (const [kind, field] of fields) {
		if (!kinds.includes(kind) || minutesIn(read(field.name), field) !== undefined) continue;
		throw new InputError(
			field.displayName,
			`is not a number from 1 to ${field.maximum}`,
			`Enter a number in this range, e.g. ${field.default}.`,
		);
	}
}

/** Undefined if it is invalid. n8n does not store a default. */
function minutesIn(stored: unknown, { default: fallback, maximum }: Field): number | undefined {
	const minutes = Number(asTextOrNumber(stored ?? fallback) ?? NaN);
	return minutes >= 1 && minutes <= maximum ? minutes : undefined;
}

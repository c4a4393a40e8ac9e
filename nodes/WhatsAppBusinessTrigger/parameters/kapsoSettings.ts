import { asTextOrNumber, getPath } from '../../graphApi/coerce';
import type { EventDelivery } from '../../graphApi/webhooks/eventWebhooks';
import { InputError } from '../../shared/inputError';
import {
	bufferGroup,
	bufferNumbers,
	kapsoBufferField,
	kapsoInactiveField,
	kapsoVersionField,
} from './kapsoFields';

/** The options about how Kapso delivers its own events, as stored. An expression may return any type. */
export interface KapsoOptions {
	kapsoBuffering?: unknown;
	kapsoInactiveAfter?: unknown;
	kapsoVersion?: unknown;
}

/**
 * Reads the options.
 * @throws InputError for an invalid number or version.
 */
export function readKapsoDelivery({
	kapsoBuffering,
	kapsoInactiveAfter,
	kapsoVersion = kapsoVersionField.default,
}: KapsoOptions): EventDelivery {
	const version = kapsoVersionField.options.find(({ value }) => value === kapsoVersion)?.value;
	if (version === undefined) {
		throw new InputError(
			kapsoVersionField.displayName,
			'is not a valid version',
			'Choose a version from the list.',
		);
	}
	const inBuffer = (name: keyof typeof bufferNumbers) => {
		const { displayName, ...field } = bufferNumbers[name];
		const stored = getPath(kapsoBuffering, `${bufferGroup}.${name}`);
		return wholeNumber(stored, {
			...field,
			displayName: `${kapsoBufferField.displayName}: ${displayName}`,
		});
	};
	const maximum = kapsoInactiveField.typeOptions.maxValue;
	return {
		version,
		...(kapsoBuffering !== undefined && {
			buffer: { seconds: inBuffer('seconds'), messages: inBuffer('messages') },
		}),
		inactiveMinutes: wholeNumber(kapsoInactiveAfter, { ...kapsoInactiveField, maximum }),
	};
}

interface NumberField {
	displayName: string;
	default: number;
	maximum: number;
}

/** n8n does not store a default. */
function wholeNumber(
	stored: unknown,
	{ displayName, default: fallback, maximum }: NumberField,
): number {
	const value = Number(asTextOrNumber(stored ?? fallback) ?? NaN);
	if (Number.isInteger(value) && value >= 1 && value <= maximum) return value;
	throw new InputError(
		displayName,
		`is not a whole number from 1 to ${maximum}`,
		`Enter a number in this range, e.g. ${fallback}.`,
	);
}

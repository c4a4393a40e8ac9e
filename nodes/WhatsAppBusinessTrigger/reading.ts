/**
 * Readers for values whose type Meta promises but nobody checked: what is not of the promised type
 * counts as absent.
 */

/** The objects of a list. */
export function records<T extends object>(list: readonly T[] | undefined): T[] {
	if (!Array.isArray(list)) return [];
	return (list as unknown[]).filter(isRecord) as T[];
}

/** The object, or an empty one. */
export function record<T extends object>(value: T | undefined): Partial<T> {
	return isRecord(value) ? (value as Partial<T>) : {};
}

/** The text, or null when there is none. */
export function text(value: string | undefined): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The first text there is, or null. */
export function firstText(...values: Array<string | null | undefined>): string | null {
	return values.map((value) => text(value ?? undefined)).find((value) => value !== null) ?? null;
}

/** Unix time in seconds as ISO 8601 in UTC, or null. */
export function isoTime(seconds: string | number | undefined): string | null {
	const time = new Date(Number(seconds ?? Number.NaN) * 1000);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function isRecord(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

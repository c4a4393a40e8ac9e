import { isJsonObject } from './json';
import type { JsonValue } from './types';

/**
 * Readers for values whose type Meta documents but that are unchecked: a value of another type counts as
 * absent.
 */

/** The objects of a list. */
export function asObjects<T extends object>(list: readonly T[] | JsonValue | undefined): T[] {
	return Array.isArray(list) ? (list.filter(isJsonObject) as T[]) : [];
}

/** The object, or an empty one. */
export function asObject<T extends object>(value: T | JsonValue | undefined): Partial<T> {
	return isJsonObject(value) ? (value as Partial<T>) : {};
}

/** The text, or null when there is none. */
export function asText(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The number, or null when there is none. */
export function asNumber(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}

/** The text, or the number as text, or null when it is neither: IDs, codes and counts come as either. */
export function asTextOrNumber(value: unknown): string | null {
	return typeof value === 'number' ? String(value) : asText(value);
}

/** The first text there is, or null. */
export function firstText(...values: unknown[]): string | null {
	return values.map(asText).find((value) => value !== null) ?? null;
}

/** Unix time in seconds, or in milliseconds as some fields have it, as ISO 8601 in UTC, or null. */
export function isoTime(seconds: string | number | undefined | null): string | null {
	if (typeof seconds !== 'number' && (typeof seconds !== 'string' || seconds.trim() === '')) {
		return null;
	}
	const number = Number(seconds);
	const time = new Date(number > 100_000_000_000 ? number : number * 1000);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** The entry of a table, or undefined: a name from outside such as `constructor` must not find what every object has. */
export function ownEntry<Entry>(
	table: Readonly<Record<string, Entry>>,
	name: string,
): Entry | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The value at a path such as `alert_info.alert_type`, or undefined. */
export function getPath(value: unknown, path: string): unknown {
	let found = value;
	for (const key of path.split('.')) {
		if (!isJsonObject(found) || !Object.hasOwn(found, key)) return undefined;
		found = found[key];
	}
	return found;
}

import { asText, asTextOrNumber } from '../../graphApi/coerce';

/** The parts that there are, as the name of an entry of a list. */
export function nameOf(...parts: unknown[]): string {
	return parts.flatMap((part) => asTextOrNumber(part) ?? []).join(' · ');
}

/** A state or a category as part of a name, or null when there is none. */
export function lowerCase(part: unknown): string | null {
	return asText(part)?.toLowerCase() ?? null;
}

import { asText } from '../../graphApi/coerce';

/** The texts there are, with commas between them, or null. */
export function joinTexts(parts: ReadonlyArray<string | null>): string | null {
	return asText(parts.filter((part) => part !== null).join(', '));
}

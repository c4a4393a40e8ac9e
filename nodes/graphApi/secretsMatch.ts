import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are equal, compared in a time that reveals nothing about them, not even their length. */
export function secretsMatch(given: string, expected: string): boolean {
	return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text, 'utf8').digest();
}

import { randomInt } from 'node:crypto';

/** A Graph object ID: digits only. */
export function newGraphId(): string {
	return `${randomInt(1_000_000, 9_999_999)}${randomInt(100_000_000, 999_999_999)}`;
}

import { isDeepStrictEqual } from 'node:util';

/** @throws Error with what is there unless all of `expected` is in it, whatever else is beside it. */
export function expectToHold(actual: unknown, expected: object): void {
	if (!holds(actual, expected)) {
		throw new Error(
			`There should be ${JSON.stringify(expected)}; there is ${JSON.stringify(actual)}.`,
		);
	}
}

function holds(actual: unknown, expected: unknown): boolean {
	if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual);
	if (typeof expected !== 'object' || expected === null) return isDeepStrictEqual(actual, expected);
	if (typeof actual !== 'object' || actual === null) return false;
	return Object.entries(expected).every(([key, value]) =>
		holds((actual as Record<string, unknown>)[key], value),
	);
}

import { UnsafePathError } from './safePath';

declare const checked: unique symbol;

/**
 * A path relative to the Graph API version, e.g. `/106540352242922/messages`. `path` makes one from IDs, `safePath`
 * from what a user typed. A plain string is not a path, so no ID gets into a request unencoded.
 */
export type Path = string & { readonly [checked]: true };

/**
 * Makes a path from a template literal: path`/${phoneNumberId}/messages`. Each value becomes one segment and is encoded.
 * @throws UnsafePathError when a value is empty, `.` or `..`, which would make it another path.
 */
export function path(fixed: TemplateStringsArray, ...values: readonly string[]): Path {
	return String.raw({ raw: fixed }, ...values.map(segment)) as Path;
}

function segment(value: string): string {
	if (/^\.{0,2}$/.test(value)) {
		throw new UnsafePathError(`The ID '${value}' is invalid. Enter the whole ID.`);
	}
	return encodeURIComponent(value);
}

import type { Path } from './path';
import { refuseSecrets } from './reservedParameters';
import type { Query } from './types';

/** A path or query that must not be sent. The message says why, and what to write instead. */
export class UnsafePathError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UnsafePathError';
	}
}

/**
 * Checks and normalises a path relative to the Graph API version: one slash in front, none at the end. The token
 * travels with every call, so no path may lead to another host or to another part of this one.
 * @throws UnsafePathError for a full URL, `//host`, `..` in any encoding, a backslash, a control character or a fragment.
 */
export function safePath(path: string): Path {
	const decoded = fullyDecoded(path);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(decoded.trim())) {
		throw new UnsafePathError(
			'The path is a full URL. Enter only the part after the API version, e.g. /me.',
		);
	}
	if (/^\s*\/\//.test(decoded)) {
		throw new UnsafePathError("The path begins with two slashes. Begin it with one '/'.");
	}
	if (decoded.includes('\\')) {
		throw new UnsafePathError("The path contains a backslash. Use '/' between its parts.");
	}
	if (/[\u0000-\u001f\u007f-\u009f]/.test(decoded)) {
		throw new UnsafePathError(
			'The path contains a line break or another control character. Remove it.',
		);
	}
	if (/[?#]/.test(path)) {
		throw new UnsafePathError(
			"The path contains '?' or '#'. Enter query parameters in their own field.",
		);
	}
	const segments = decoded.split('/');
	if (segments.some((segment) => /^\s*\.{1,2}\s*$/.test(segment))) {
		throw new UnsafePathError(
			"The path contains '.' or '..' as a part. Write the path out in full.",
		);
	}
	return `/${path
		.trim()
		.split('/')
		.filter((segment) => segment !== '')
		.join('/')}` as Path;
}

/**
 * Checks the names of query parameters.
 * @throws UnsafePathError for a name with an incomplete percent sign
 * @throws ReservedParameterError when one would replace the credential's access token.
 */
export function safeQuery(query: Query): URLSearchParams {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		refuseSecrets(fullyDecoded(name), 'The query');
		params.append(name, String(value));
	}
	return params;
}

// Decodes until nothing changes, so that %252e%252e becomes '..'.
function fullyDecoded(text: string): string {
	let current = text;
	for (let round = 0; round < 10; round++) {
		const next = decodedOnce(current);
		if (next === undefined) {
			throw new UnsafePathError(
				"The path contains a '%' that is not followed by two hexadecimal digits. Remove it.",
			);
		}
		if (next === current) return current;
		current = next;
	}
	throw new UnsafePathError('The path is encoded too many times. Enter it without percent signs.');
}

function decodedOnce(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

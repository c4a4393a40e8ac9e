import type { NodeResult } from '../../support/engine';

/** The link to the documentation that each error ends with. */
const ourLink = /\(?<a href="https?:\/\/[^"<>\s]+" target="_blank">documentation<\/a>\)?/g;

/** What the text of an error shows when nobody wrote it for people. */
const notForPeople =
	/SocketError|TypeError|RangeError|SyntaxError|AssertionError|\bundici\b|\n[ \t]{1,9}at |undefined|\[object|not a function|not iterable|Cannot read|other side closed|Unexpected token|Maximum call stack|node_modules/;

/** Characters that a text on a screen never needs. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** The error that must have ended the run: one of n8n's, with a text of ours that says what to do. */
export function expectOurError(error: NodeResult['error']): string {
	expect(error?.name).toMatch(/^Node(Api|Operation)Error$/);
	const message = error?.message ?? '';
	const description = error?.description ?? '';
	expectText(message, description);
	return `${message}\n${description}`;
}

/** Checks the text of an error: what happened, and what to do. */
export function expectText(message: string, description: string): void {
	expect(message).toMatch(/\w+ \w+/);
	expect(description.replace(ourLink, '')).toMatch(/\w+ \w+/);
	const text = `${message}\n${description.replace(ourLink, '')}`;
	expect(text).not.toMatch(notForPeople);
	expect(text).not.toMatch(controls);
	expect(text.length).toBeLessThan(5_000);
}

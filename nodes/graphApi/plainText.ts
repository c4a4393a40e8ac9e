/** Control characters, and those that turn a text around: `gpj.exe` then reads as the name of a picture. */
const hidden = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** A text from outside without the characters that a screen does not show. */
export function visibleText(text: string): string {
	return text.replace(hidden, '');
}

/**
 * A text from outside for an error, in one line. The editor shows descriptions as HTML, so no tag begins in it: a
 * space comes behind `<`.
 */
export function plainText(text: string): string {
	return visibleText(text.replace(/[\t\n\r]/g, ' ')).replace(/<(?=[a-z/!?])/gi, '< ');
}

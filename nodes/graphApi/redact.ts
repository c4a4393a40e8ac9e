/** Replaces every secret in a text, also in its URL-encoded form. Meta repeats a malformed token in its error message. */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		clean = clean.replaceAll(secret, '[hidden]').replaceAll(encodeURIComponent(secret), '[hidden]');
	}
	return clean;
}

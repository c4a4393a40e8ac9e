/** Replaces every secret in a text, also in URL-encoded form: Meta's error messages quote malformed tokens. */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		clean = clean.replaceAll(secret, '[hidden]').replaceAll(encodeURIComponent(secret), '[hidden]');
	}
	return clean;
}

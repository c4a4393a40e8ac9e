/**
 * Replaces every secret in a text, also as it is encoded in a path or in a query: Meta's error messages quote malformed
 * tokens, and other hosts the URL.
 */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		const inQuery = new URLSearchParams([['', secret]]).toString().slice(1);
		for (const written of [secret, encodeURIComponent(secret), inQuery]) {
			clean = clean.replaceAll(written, '[hidden]');
		}
	}
	return clean;
}

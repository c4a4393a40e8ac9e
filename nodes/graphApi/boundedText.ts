import type { Readable } from 'node:stream';

/**
 * The most bytes of an error response that are read. Errors of the Graph API have a few KB; anything longer comes from
 * elsewhere.
 */
export const maxErrorBytes = 100 * 1024;

/**
 * The most bytes of any other response that are read. The longest are pages of 100 templates: a template of ten cards
 * with two URL buttons each has up to 50 KB, and JSON may write a character in six bytes.
 */
export const maxResponseBytes = 8 * 1024 * 1024;

/** The text of a body. Unlike Buffer.toString, this removes a byte order mark, which JSON.parse refuses. */
export function textOf(bytes: Buffer): string {
	return new TextDecoder().decode(bytes);
}

/** Reads a body as text; otherwise as `boundedBytes`. */
export async function boundedText(body: Readable, maxBytes: number): Promise<string | undefined> {
	const bytes = await boundedBytes(body, maxBytes);
	return bytes && textOf(bytes);
}

/**
 * Reads a body.
 * @returns undefined when it is longer than `maxBytes`. The connection is closed then, so nothing more arrives.
 * @throws whatever the HTTP client throws when the body breaks off.
 */
export async function boundedBytes(body: Readable, maxBytes: number): Promise<Buffer | undefined> {
	// A body that is closed early also emits its error, which nobody else hears.
	body.on('error', () => undefined);
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > maxBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

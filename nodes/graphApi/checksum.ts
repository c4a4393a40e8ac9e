import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import { mapStream } from './mapStream';
import { FileError } from './errors/fileError';
import type { JsonValue } from './types';

/**
 * Passes the stream through and verifies its SHA-256.
 * @param sha256 as Meta gives it, hexadecimal or base64; without it nothing is verified.
 * @returns a stream that ends with a FileError when the content differs.
 */
export function verifyChecksum(content: Readable, sha256: JsonValue | undefined): Readable {
	if (typeof sha256 !== 'string' || sha256 === '') return content;
	async function* chunks(): AsyncGenerator<Buffer> {
		const hash = createHash('sha256');
		for await (const chunk of content as AsyncIterable<Buffer>) {
			hash.update(chunk);
			yield chunk;
		}
		const digest = hash.digest();
		if (sha256 === digest.toString('base64') || sha256 === digest.toString('hex')) return;
		throw FileError.final(
			'The file arrived damaged: its SHA-256 checksum differs from the one WhatsApp gives for it.',
			'Run it again. If it happens again, a proxy may be changing files in transit.',
		);
	}
	return mapStream(content, chunks());
}

import type { Readable } from 'node:stream';

import { mapStream } from './mapStream';

/**
 * Passes a stream through until it has more than `maxBytes`, whatever size its source announced.
 * @param tooLarge makes the error that the stream then ends with.
 */
export function limitSize(content: Readable, maxBytes: number, tooLarge: () => Error): Readable {
	async function* chunks(): AsyncGenerator<Buffer> {
		let size = 0;
		for await (const chunk of content as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > maxBytes) throw tooLarge();
			yield chunk;
		}
	}
	return mapStream(content, chunks());
}

import type { Readable } from 'node:stream';

import { mapStream } from '../../graphApi/mapStream';

/**
 * Reads the beginning of a stream without consuming it.
 * @returns the first bytes (fewer if the stream is shorter) and a stream of the whole content.
 */
export async function peek(
	source: Readable,
	bytes: number,
): Promise<{ head: Buffer; content: Readable }> {
	const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	const read: Buffer[] = [];
	let length = 0;
	while (length < bytes) {
		const next = await chunks.next();
		if (next.done) break;
		read.push(next.value);
		length += next.value.length;
	}
	const head = Buffer.concat(read);

	async function* all(): AsyncGenerator<Buffer> {
		yield head;
		yield* { [Symbol.asyncIterator]: () => chunks };
	}
	return { head: head.subarray(0, bytes), content: mapStream(source, all()) };
}

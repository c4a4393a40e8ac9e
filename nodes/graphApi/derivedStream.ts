import { Readable } from 'node:stream';

/**
 * A stream of what a generator makes of another stream. When it is destroyed, the other is let go at once,
 * also while the generator is still waiting for it.
 */
export function derivedStream(source: Readable, chunks: AsyncGenerator<Buffer>): Readable {
	async function next(): Promise<Buffer | null> {
		for (;;) {
			const { done, value } = await chunks.next();
			if (done) return null;
			// An empty chunk would not make the reader ask again.
			if (value.length > 0) return value;
		}
	}
	return new Readable({
		read() {
			next().then(
				(chunk) => this.push(chunk),
				(error: unknown) => this.destroy(error as Error),
			);
		},
		destroy(error, done) {
			source.destroy();
			done(error);
		},
	});
}

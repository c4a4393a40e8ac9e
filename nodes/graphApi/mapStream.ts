import { Readable } from 'node:stream';

/**
 * Makes a stream from a generator that reads another stream. Destroying it destroys the source at once, even while
 * the generator waits for it.
 */
export function mapStream(source: Readable, chunks: AsyncGenerator<Buffer>): Readable {
	return new Readable({
		read() {
			chunks.next().then(
				(next) => this.push(next.done ? null : next.value),
				(error: unknown) => this.destroy(error as Error),
			);
		},
		destroy(error, done) {
			source.destroy();
			done(error);
		},
	});
}

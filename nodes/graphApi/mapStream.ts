import { Readable } from 'node:stream';

/**
 * A stream of what a generator makes of another stream. When it is destroyed, the other is let go at once,
 * also while the generator is still waiting for it.
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

import { createHash } from 'node:crypto';

import { CancelledError } from '../../graphApi/errors/cancelledError';
import { processState } from '../../graphApi/processState';

/** Milliseconds for which a result is remembered: one that is of use, and one that the user will mend at once. */
export const lifetime = { useful: 5 * 60_000, useless: 5_000 };
const atMost = 500;

interface RecentRead {
	/** Returns the result again, or throws the same error. */
	result: () => unknown;
	until: number;
}

const recent = processState(() => new Map<string, RecentRead>());
const underWay = processState(() => new Map<string, Promise<unknown>>());

/**
 * The result of a read, for some minutes without reading again. Errors and results that are not useful are
 * remembered for seconds only. Who asks meanwhile waits for the same read: many messages may fail at once.
 * @param what identifies the read. It may contain a secret: only a digest is kept.
 */
export async function recentOr<Result>(
	what: readonly string[],
	read: () => Promise<Result>,
	isUseful: (result: Result) => boolean,
): Promise<Result> {
	const key = createHash('sha256').update(JSON.stringify(what)).digest('base64');
	const known = recent().get(key);
	if (known && known.until > performance.now()) return known.result() as Result;
	const other = underWay().get(key);
	if (other) {
		try {
			return (await other) as Result;
		} catch (error) {
			// Only the other execution was cancelled.
			if (!(error instanceof CancelledError)) throw error;
			return await recentOr(what, read, isUseful);
		}
	}
	const remember = (result: () => unknown, milliseconds: number) => {
		const reads = recent();
		reads.delete(key);
		reads.set(key, { result, until: performance.now() + milliseconds });
		// The first is the oldest.
		for (const oldest of reads.keys()) {
			if (reads.size <= atMost) break;
			reads.delete(oldest);
		}
	};
	const reading = read();
	underWay().set(key, reading);
	try {
		const result = await reading;
		remember(() => result, isUseful(result) ? lifetime.useful : lifetime.useless);
		return result;
	} catch (error) {
		if (!(error instanceof CancelledError)) {
			remember(() => {
				throw error;
			}, lifetime.useless);
		}
		throw error;
	} finally {
		underWay().delete(key);
	}
}

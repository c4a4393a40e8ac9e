import { setTimeout as sleep } from 'node:timers/promises';

const waitMs = 180_000;

/**
 * Waits until something is there. The limit is far beyond what a busy machine needs.
 * @throws Error that names it when it does not come in time
 */
export async function until<T>(
	what: string,
	find: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
	const deadline = Date.now() + waitMs;
	while (Date.now() < deadline) {
		const found = await find();
		if (found !== undefined) return found;
		await sleep(50);
	}
	throw new Error(`There was no sign of ${what} within ${waitMs / 1000} s.`);
}

/** Repeats what expects something until it holds, such as of a page that is drawn bit by bit. Then it throws what was wrong last. */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
	const deadline = Date.now() + waitMs;
	for (;;) {
		try {
			await expectation();
			return;
		} catch (error) {
			if (Date.now() >= deadline) throw error;
			await sleep(50);
		}
	}
}

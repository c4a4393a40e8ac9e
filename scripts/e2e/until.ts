import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is there. @throws Error that names it when it does not come in time. */
export async function until<T>(
	what: string,
	find: () => T | undefined | Promise<T | undefined>,
	waitMs = 30_000,
): Promise<T> {
	const deadline = Date.now() + waitMs;
	while (Date.now() < deadline) {
		const found = await find();
		if (found !== undefined) return found;
		await sleep(50);
	}
	throw new Error(`There was no sign of ${what} within ${waitMs / 1000} s.`);
}

/** How the items of a run ended, by index. */
export interface Ended<Result> {
	results: Map<number, Result>;
	failures: Map<number, unknown>;
}

/**
 * Starts `run` for each item in order, at most `atOnce` at the same time, and waits for all of them.
 * @param stopAtFailure starts no further item after one has failed; those under way are waited for.
 */
export async function inOrder<Item, Result>(
	items: readonly Item[],
	{ atOnce, stopAtFailure }: { atOnce: number; stopAtFailure: boolean },
	run: (item: Item, index: number) => Promise<Result>,
): Promise<Ended<Result>> {
	const ended: Ended<Result> = { results: new Map(), failures: new Map() };
	const remaining = items.entries();

	async function work(): Promise<void> {
		for (const [index, item] of remaining) {
			if (stopAtFailure && ended.failures.size > 0) return;
			try {
				ended.results.set(index, await run(item, index));
			} catch (error) {
				ended.failures.set(index, error);
			}
		}
	}

	const workers = Math.min(atOnce, items.length);
	await Promise.all(Array.from({ length: workers }, work));
	return ended;
}

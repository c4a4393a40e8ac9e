/**
 * A function of a node whose file is loaded when n8n first calls it. n8n loads every node when it starts, and most of them
 * never run.
 */
export function lazily<This, Args extends unknown[], Result>(
	load: () => Promise<(this: This, ...args: Args) => Promise<Result>>,
): (this: This, ...args: Args) => Promise<Result> {
	return async function (...args) {
		const loaded = await load();
		return await loaded.apply(this, args);
	};
}

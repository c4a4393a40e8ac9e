import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which the rest of the process gets its turn. */
const longestBlock = 25;

/** Gives a function to be awaited between pieces of work: it lets the rest of the process go on now and then. */
export function takingTurns(): () => Promise<void> {
	let startedAt = performance.now();
	return async () => {
		if (performance.now() - startedAt <= longestBlock) return;
		await nextTurn();
		startedAt = performance.now();
	};
}

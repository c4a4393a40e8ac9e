import type { CollectSettings } from '../parameters/collectSettings';

/**
 * When to pass on a collection, in Unix milliseconds. In the past if it is due.
 * @param arrivals when each message arrived, in Unix milliseconds. Not empty.
 */
export function dueAt(
	arrivals: readonly number[],
	{ silence, maximumMessages, maximumTime }: CollectSettings,
): number {
	if (arrivals.length >= maximumMessages) return 0;
	return Math.min(Math.max(...arrivals) + silence, Math.min(...arrivals) + maximumTime);
}

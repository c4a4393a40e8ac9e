import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds. The timeout of the test ends a wait in vain. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await condition())) await sleep(5);
}

import type { Cleanup } from '../../../scripts/n8n/processes';
import type { World } from '../support/world';

/** What the set-up leaves for the tests and for the teardown. Lives in jest's process, outside of any test. */
export interface Run<W extends World = World> {
	world: W;
	/** The logs of everything n8n runs as. */
	logFiles(): string[];
	cleanup: Cleanup;
}

let current: Run | undefined;

/** Starts a run. When starting fails, what had started ends. */
export async function startRun(start: () => Promise<Run>, cleanup: Cleanup): Promise<void> {
	try {
		current = await start();
	} catch (error) {
		await cleanup.run();
		throw error;
	}
}

/** @throws Error when nothing was set up */
export function currentRun(): Run {
	if (!current) throw new Error('Nothing is set up. Run the tests in one process (--runInBand).');
	return current;
}

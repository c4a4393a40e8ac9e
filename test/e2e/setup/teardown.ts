import { currentRun } from './run';

/** Ends n8n, the simulator and whatever else the set-up started. */
export default async function tearDown(): Promise<void> {
	await currentRun().cleanup.run();
}

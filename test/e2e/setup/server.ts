import { Cleanup } from '../../../scripts/n8n/processes';
import { openWorld } from './openWorld';
import { startRun } from './run';
import { versionOfRun } from './variables';

/** One n8n and one simulator for all tests of the run. */
export default async function setUp(): Promise<void> {
	const cleanup = new Cleanup();
	await startRun(async () => {
		const world = await openWorld(versionOfRun(), cleanup);
		return { world, cleanup, logFiles: () => [world.n8n.logFile] };
	}, cleanup);
}

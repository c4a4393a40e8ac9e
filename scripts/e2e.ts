/**
 * The end-to-end run: packs the package, installs it into a real n8n, and checks the main job against
 * the simulator. `npm run e2e -- --n8n oldest|newest|all` (default: all).
 */
import { checkAiTool } from './e2e/aiTool';
import { checkAllResources } from './e2e/allResources';
import { Checks } from './e2e/checks';
import { checkCredential } from './e2e/credential';
import { checkContinueOnFail } from './e2e/errors';
import { checkExamples } from './e2e/examples';
import { checkHttpRequest } from './e2e/httpRequest';
import { checkHumanReview } from './e2e/humanReview';
import { checkLoading } from './e2e/loading';
import { checkBinaryUpload, checkOperations } from './e2e/messages';
import { openWorld } from './e2e/openWorld';
import { checkRetryOnFail } from './e2e/retryOnFail';
import { checkStopping } from './e2e/stopping';
import { checkSendAndWait } from './e2e/sendAndWait';
import { checkFlowEndpoint } from './e2e/flowEndpoint';
import { checkTrigger } from './e2e/trigger';
import { checkTriggerOnce } from './e2e/triggerOnce';
import { checkTestRun } from './e2e/triggerTestRun';
import { Cleanup } from './n8n/processes';
import { chosenVersions, type N8nVersion } from './n8n/versions';

async function main(): Promise<void> {
	const checks = new Checks();
	const cleanup = new Cleanup();
	for (const version of chosenVersions()) await checkVersion(version, checks, cleanup);
	if (!checks.summary()) process.exitCode = 1;
}

const settings = { pairLimit: null };

async function checkVersion(version: N8nVersion, checks: Checks, cleanup: Cleanup): Promise<void> {
	try {
		const { world, packed } = await openWorld(version, checks, cleanup, settings);
		await checkLoading(world, packed);
		await checkCredential(world);
		await checkOperations(world);
		await checkAllResources(world);
		await checkBinaryUpload(world);
		await checkContinueOnFail(world);
		await checkRetryOnFail(world);
		await checkStopping(world);
		await checkHttpRequest(world);
		await checkAiTool(world);
		// The operations left subscriptions and overrides behind.
		await world.simulator.reset();
		world.simulator.updateSettings(settings);
		await checkTrigger(world);
		await checkTestRun(world);
		await checkFlowEndpoint(world);
		await checkSendAndWait(world);
		await checkHumanReview(world);
		await checkTriggerOnce(world);
		await checkExamples(world);
	} finally {
		await cleanup.run();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

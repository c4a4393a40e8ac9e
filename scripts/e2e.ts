/**
 * The end-to-end run: packs the package, installs it into a real n8n, and checks the main job against
 * the simulator. `npm run e2e -- --n8n oldest|newest|all` (default: all).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSimulator } from '../simulator';
import { credentialData } from './credentialData';
import { checkAllResources } from './e2e/allResources';
import { Checks } from './e2e/checks';
import { checkCredential } from './e2e/credential';
import { checkContinueOnFail } from './e2e/errors';
import { checkExamples } from './e2e/examples';
import { checkHttpRequest } from './e2e/httpRequest';
import { checkLoading } from './e2e/loading';
import { checkBinaryUpload, checkOperations } from './e2e/messages';
import { checkRetryOnFail } from './e2e/retryOnFail';
import { checkFlowEndpoint } from './e2e/flowEndpoint';
import { checkTrigger } from './e2e/trigger';
import { checkTriggerOnce } from './e2e/triggerOnce';
import { checkTestRun } from './e2e/triggerTestRun';
import type { World } from './e2e/world';
import { N8nClient } from './n8n/client';
import { installN8n } from './n8n/install';
import { installPackage, packProject } from './n8n/package';
import { Cleanup } from './n8n/processes';
import { startN8n } from './n8n/server';
import { readVersion, versionNames, type N8nVersion } from './n8n/versions';
import { credentialType } from './workflows';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { n8n: { type: 'string', default: 'all' } } });
	const chosen = versionNames.filter((name) => values.n8n === 'all' || values.n8n === name);
	if (chosen.length === 0) {
		throw new Error(`--n8n takes ${versionNames.join(', ')} or all, not ${values.n8n}.`);
	}
	const checks = new Checks();
	const cleanup = new Cleanup();
	for (const name of chosen) await checkVersion(readVersion(name), checks, cleanup);
	if (!checks.summary()) process.exitCode = 1;
}

const settings = { pairLimit: null };

async function checkVersion(version: N8nVersion, checks: Checks, cleanup: Cleanup): Promise<void> {
	console.log(`\nn8n ${version.n8n} on Node ${version.node}`);
	const installed = await installN8n(version, console.log);
	try {
		const userFolder = await mkdtemp(join(tmpdir(), `n8n-${version.n8n}-e2e-`));
		cleanup.add(() => rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
		const packed = await packProject();
		cleanup.add(() => packed.remove());
		await installPackage(packed.tarball, userFolder);
		const simulator = await startSimulator({ port: 0, settings });
		cleanup.add(() => simulator.stop());
		let server = await startN8n(installed, userFolder);
		cleanup.add(() => server.stop());
		const n8n = await N8nClient.logIn(server);
		const data = credentialData(simulator.url);
		const world: World = {
			checks,
			n8n,
			simulator,
			credential: await n8n.createCredential('WhatsApp (simulator)', credentialType, data),
			credentialData: data,
			restartN8n: async () => {
				await server.stop();
				server = await startN8n(installed, userFolder, { port: Number(new URL(server.url).port) });
				world.n8n = await N8nClient.logIn(server);
			},
		};
		await checkLoading(world, packed);
		await checkCredential(world);
		await checkOperations(world);
		await checkAllResources(world);
		await checkBinaryUpload(world);
		await checkContinueOnFail(world);
		await checkRetryOnFail(world);
		await checkHttpRequest(world);
		// The operations left subscriptions and overrides behind.
		await simulator.reset();
		simulator.updateSettings(settings);
		await checkTrigger(world);
		await checkTestRun(world);
		await checkFlowEndpoint(world);
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

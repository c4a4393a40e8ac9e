/**
 * More than one machine: real n8n in queue mode with Redis and PostgreSQL, one main process, one for webhooks and
 * three workers that share one number. `npm run e2e:queue -- --n8n oldest|newest|all` (default: all).
 */
import { startSimulator } from '../simulator';
import { credentialData } from './credentialData';
import { Checks } from './e2e/checks';
import { installN8n } from './n8n/install';
import { userFolderWithPackage } from './n8n/package';
import { Cleanup } from './n8n/processes';
import { chosenVersions, type N8nVersion } from './n8n/versions';
import { checkAnswers } from './queue/answers';
import { startCluster } from './queue/cluster';
import { checkKilledWorker } from './queue/killedWorker';
import { checkBroadcast, checkTrigger } from './queue/scenario';
import { startServices } from './queue/services';
import { checkStoppedWorker } from './queue/stoppedWorker';
import { credentialType } from './workflows';

async function main(): Promise<void> {
	const checks = new Checks();
	const cleanup = new Cleanup();
	for (const version of chosenVersions()) {
		try {
			await checkVersion(version, checks, cleanup);
		} finally {
			await cleanup.run();
		}
	}
	if (!checks.summary()) process.exitCode = 1;
}

async function checkVersion(version: N8nVersion, checks: Checks, cleanup: Cleanup): Promise<void> {
	console.log(`\nn8n ${version.n8n} on Node ${version.node} in queue mode`);
	const installed = await installN8n(version, console.log);
	const { userFolder } = await userFolderWithPackage(`${version.n8n}-queue`, cleanup);
	const simulator = await startSimulator({ port: 0 });
	cleanup.add(() => simulator.stop());
	const services = await startServices(cleanup);
	const cluster = await startCluster(installed, userFolder, services, cleanup);
	const data = credentialData(simulator.url);
	const credential = await cluster.n8n.createCredential('WhatsApp', credentialType, data);
	const world = { checks, cluster, simulator, credential };
	await checkBroadcast(world, cluster.workers.length);
	await checkBroadcast(world, 1);
	await checkStoppedWorker(world);
	// The stopped worker's successor starts meanwhile.
	await Promise.all([cluster.addWorker(), checkTrigger(world).then(() => checkAnswers(world))]);
	await checkKilledWorker(world);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

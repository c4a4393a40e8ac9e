import type { IDataObject } from 'n8n-workflow';
import { startSimulator } from '../../../simulator';
import { credentialData } from '../../../scripts/credentialData';
import { installN8n } from '../../../scripts/n8n/install';
import { userFolderWithPackage } from '../../../scripts/n8n/package';
import { Cleanup } from '../../../scripts/n8n/processes';
import { credentialType } from '../../../scripts/workflows';
import type { QueueWorld } from '../support/world';
import { startCluster } from './cluster';
import { startRun, type Run } from './run';
import { startServices } from './services';
import { versionOfRun } from './variables';

/**
 * n8n in queue mode with Redis and PostgreSQL: one main process, one for webhooks and three workers that share
 * one number.
 */
export default async function setUp(): Promise<void> {
	const cleanup = new Cleanup();
	await startRun(() => start(cleanup), cleanup);
}

async function start(cleanup: Cleanup): Promise<Run<QueueWorld>> {
	const version = versionOfRun();
	console.log(`n8n ${version.n8n} on Node ${version.node} in queue mode`);
	const installed = await installN8n(version, console.log);
	const { userFolder } = await userFolderWithPackage(`${version.n8n}-queue`, cleanup);
	const simulator = await startSimulator({ port: 0 });
	cleanup.add(() => simulator.stop());
	const services = await startServices(cleanup);
	const cluster = await startCluster(installed, userFolder, services, cleanup);
	const { n8n } = cluster;
	const data = credentialData(simulator.url);
	const redisUrl = `redis://127.0.0.1:${services.redisPort}`;
	const create = (name: string, more: IDataObject) =>
		n8n.createCredential(name, credentialType, { ...data, ...more });
	const credential = await create('WhatsApp', { redisUrl });
	const withoutRedis = await create('WhatsApp without Redis', {});
	return {
		world: { version, n8n, simulator, credential, redisUrl, withoutRedis, cluster },
		logFiles: () => cluster.logFiles,
		cleanup,
	};
}

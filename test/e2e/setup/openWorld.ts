import { join } from 'node:path';
import { startSimulator } from '../../../simulator';
import { credentialData } from '../../../scripts/credentialData';
import { N8nClient } from '../../../scripts/n8n/client';
import { installN8n } from '../../../scripts/n8n/install';
import { nodeWithSettings } from '../../../scripts/n8n/nodeWithSettings';
import { userFolderWithPackage } from '../../../scripts/n8n/package';
import type { Cleanup } from '../../../scripts/n8n/processes';
import { startN8n } from '../../../scripts/n8n/server';
import type { N8nVersion } from '../../../scripts/n8n/versions';
import { credentialType } from '../../../scripts/workflows';
import type { ServerWorld } from '../support/world';

/**
 * Packs the package, installs it into a clean n8n, and starts that n8n beside a simulator, with a credential.
 * @param cleanup then holds what ends them.
 */
export async function openWorld(version: N8nVersion, cleanup: Cleanup): Promise<ServerWorld> {
	console.log(`n8n ${version.n8n} on Node ${version.node}`);
	const { userFolder, packed } = await userFolderWithPackage(version.n8n, cleanup);
	const installed = await nodeWithSettings(await installN8n(version, console.log), userFolder, {
		variables: {},
		preload: join(__dirname, 'endAfterClaim.cjs'),
	});
	const simulator = await startSimulator({ port: 0 });
	cleanup.add(() => simulator.stop());
	let server = await startN8n(installed, userFolder);
	cleanup.add(() => server.stop());
	const n8n = await N8nClient.logIn(server);
	const data = credentialData(simulator.url);
	const startAgain = async (variables?: Record<string, string>) => {
		const port = Number(new URL(server.url).port);
		server = await startN8n(installed, userFolder, { port, variables });
		world.n8n = await N8nClient.logIn(server);
	};
	const world: ServerWorld = {
		version,
		packed,
		userFolder,
		n8n,
		simulator,
		credential: await n8n.createCredential('WhatsApp (simulator)', credentialType, data),
		credentialData: data,
		restartN8n: async (variables) => {
			await server.stop();
			await startAgain(variables);
		},
		killAndRestartN8n: async () => {
			await server.kill();
			await startAgain();
		},
	};
	return world;
}

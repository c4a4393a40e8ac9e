import { startSimulator } from '../../simulator';
import type { SimulatorSettings } from '../../simulator';
import { credentialData } from '../credentialData';
import { N8nClient } from '../n8n/client';
import { installN8n } from '../n8n/install';
import { userFolderWithPackage, type PackedPackage } from '../n8n/package';
import type { Cleanup } from '../n8n/processes';
import { startN8n } from '../n8n/server';
import type { N8nVersion } from '../n8n/versions';
import { credentialType } from '../workflows';
import type { Checks } from './checks';
import type { World } from './world';

/**
 * Packs the package, installs it into a clean n8n, and starts that n8n beside a simulator, with a credential.
 * `cleanup` then holds what ends them.
 */
export async function openWorld(
	version: N8nVersion,
	checks: Checks,
	cleanup: Cleanup,
	settings: Partial<SimulatorSettings> = {},
): Promise<{ world: World; packed: PackedPackage }> {
	console.log(`\nn8n ${version.n8n} on Node ${version.node}`);
	const installed = await installN8n(version, console.log);
	const { userFolder, packed } = await userFolderWithPackage(version.n8n, cleanup);
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
	return { world, packed };
}

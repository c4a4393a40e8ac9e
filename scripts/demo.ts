/**
 * The demo: a simulator and a real n8n with this package and an activated example workflow, so that
 * you can play the customer. `npm run demo`; Ctrl-C stops everything it started.
 */
import { business, startSimulator } from '../simulator';
import { defaultPort as simulatorPort } from '../simulator/server';
import { credentialData } from './credentialData';
import { printConversation } from './demo/conversation';
import { buttonTitles, demoWorkflow } from './demo/example';
import { guide } from './demo/guide';
import { N8nClient } from './n8n/client';
import { installN8n } from './n8n/install';
import { userFolderWithPackage } from './n8n/package';
import { freePort } from './n8n/ports';
import { Cleanup } from './n8n/processes';
import { startN8n } from './n8n/server';
import { readVersion } from './n8n/versions';
import { credentialType } from './workflows';

const n8nPort = 5678;

async function main(cleanup: Cleanup): Promise<void> {
	const installed = await installN8n(readVersion('newest'), console.log);

	console.log('Installing the package into n8n …');
	const { userFolder } = await userFolderWithPackage('demo', cleanup);

	console.log('Starting the simulator and n8n …');
	const simulator = await startSimulator({ port: await freePort(simulatorPort) });
	cleanup.add(() => simulator.stop());
	const server = await startN8n(installed, userFolder, { port: n8nPort });
	cleanup.add(async () => {
		console.log('\nStopping n8n and the simulator …');
		await server.stop();
	});

	const n8n = await N8nClient.logIn(server);
	const credential = await n8n.createCredential(
		'WhatsApp (simulator)',
		credentialType,
		credentialData(simulator.url),
	);
	const workflow = await n8n.createWorkflow(demoWorkflow(credential));
	await n8n.activateWorkflow(workflow);

	for (const [what, wanted, url] of [
		['n8n', n8nPort, server.url],
		['the simulator', simulatorPort, simulator.url],
	] as const) {
		const { port } = new URL(url);
		if (port !== String(wanted)) console.log(`Port ${wanted} is taken, so ${what} uses ${port}.`);
	}
	const customer = business.customers[0].waId;
	console.log(
		guide({
			workflowUrl: `${server.url}/workflow/${workflow.id}`,
			owner: n8n.owner,
			simulatorUrl: simulator.url,
			customer,
			button: buttonTitles(workflow)[0] ?? '',
		}),
	);
	const conversation = printConversation(simulator);
	cleanup.add(() => {
		conversation.stop();
		return Promise.resolve();
	});
	await simulator.writeAs(customer, { type: 'text', text: 'Hello' });
}

const cleanup = new Cleanup();
main(cleanup).catch(async (error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	await cleanup.run();
	process.exit(1);
});

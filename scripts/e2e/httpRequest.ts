import type { INode } from 'n8n-workflow';
import { business } from '../../simulator';
import { outputItems } from '../n8n/client';
import { credentialOf, credentialType, node, startName, to } from '../workflows';
import type { World } from './world';

const name = 'HTTP Request';

/** The credential works in n8n's HTTP Request node, for the credential's host and no other. */
export async function checkHttpRequest(world: World): Promise<void> {
	const { checks, simulator } = world;
	await checks.check("the credential works in n8n's HTTP Request node", async () => {
		const json = await request(world, `${simulator.url}/v25.0/me`);
		if (json?.id !== business.user.id) throw new Error(`It answered ${JSON.stringify(json)}.`);
	});
	await checks.check('the HTTP Request node does not send the token to another host', async () => {
		// The same server under another name is another host.
		const { port } = new URL(simulator.url);
		const json = await request(world, `http://localhost:${port}/v25.0/me`);
		if (!JSON.stringify(json).includes('is not sent to localhost')) {
			throw new Error(`It answered ${JSON.stringify(json)}.`);
		}
	});
}

async function request({ n8n, credential }: World, url: string) {
	const parameters = {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credentialType,
		options: {},
	};
	const httpRequest: INode = {
		...node(name, 'n8n-nodes-base.httpRequest', parameters, [200, 0]),
		typeVersion: 4.2,
		onError: 'continueRegularOutput',
		credentials: credentialOf(credential),
	};
	const workflow = await n8n.createWorkflow({
		name,
		nodes: [node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]), httpRequest],
		connections: { [startName]: to(name) },
		pinData: {},
		settings: { executionOrder: 'v1' },
	});
	const execution = await n8n.runWorkflow(workflow, startName);
	await n8n.deleteWorkflow(workflow);
	return outputItems(execution, name)[0]?.json;
}

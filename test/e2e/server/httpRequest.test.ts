import type { INode } from 'n8n-workflow';
import { outputItems } from '../../../scripts/n8n/client';
import { credentialOf, credentialType, node, startName, to } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { world } from '../support/world';

const name = 'HTTP Request';

describe("Credential in n8n's HTTP Request node", () => {
	test('authenticates requests to the host of the credential', async () => {
		const json = await request(`${world.simulator.url}/v26.0/me`);
		expect(json).toMatchObject({ id: business.user.id });
	});

	test('the token is not sent to another host', async () => {
		// The same server under another name is another host.
		const { port } = new URL(world.simulator.url);
		const json = await request(`http://localhost:${port}/v26.0/me`);
		expect(JSON.stringify(json)).toContain('is not sent to localhost');
	});
});

async function request(url: string) {
	const { n8n, credential } = world;
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
	return outputItems(execution, name)[0]?.json;
}

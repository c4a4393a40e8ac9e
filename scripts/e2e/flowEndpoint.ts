import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { business } from '../../simulator';
import { encryptFlowRequest } from '../../simulator/flows/exchange';
import { signatureOf } from '../../simulator/webhooks/payload';
import {
	actionNodeType,
	credentialOf,
	credentialType,
	node,
	to,
	triggerNodeType,
} from '../workflows';
import type { World } from './world';
import { unpublish } from './unpublish';

const webhookId = 'e2e-flow-endpoint';

/** A workflow answers what a Flow asks, end to end encrypted. */
export async function checkFlowEndpoint(world: World): Promise<void> {
	const { checks, n8n } = world;
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const credential = await n8n.createCredential('WhatsApp with a Flows key', credentialType, {
		...world.credentialData,
		flowsPrivateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
	});
	const credentials = credentialOf(credential);
	const workflow = await n8n.createWorkflow({
		name: 'Flow endpoint',
		nodes: [
			{
				...node('Flow', triggerNodeType, { events: ['flowDataExchange'] }, [0, 0]),
				webhookId,
				credentials,
			},
			{
				...node(
					'Encrypt',
					actionNodeType,
					{
						resource: 'flow',
						operation: 'encryptResponse',
						response: '={{ { screen: "SUMMARY", data: { date: $json.flow.data.date } } }}',
						aesKey: '={{ $json.encryption.aesKey }}',
						initialVector: '={{ $json.encryption.initialVector }}',
					},
					[200, 0],
				),
				credentials,
			},
		],
		connections: { Flow: to('Encrypt') },
	});
	await n8n.activateWorkflow(workflow);

	await checks.check('trigger: a Flow gets the encrypted answer of the workflow', async () => {
		const request = {
			version: '3.0',
			action: 'data_exchange',
			screen: 'APPOINTMENT',
			data: { date: '2026-03-01' },
			flow_token: 'token',
		};
		const answer = await ask(world, publicKey, request);
		const expected = JSON.stringify({ screen: 'SUMMARY', data: { date: '2026-03-01' } });
		if (answer !== expected) throw new Error(`The answer was ${answer}.`);
	});

	await checks.check(
		'trigger: a health check of a Flow is answered, a wrong key with 421',
		async () => {
			const ping = { version: '3.0', action: 'ping' };
			const answer = await ask(world, publicKey, ping);
			if (answer !== '{"data":{"status":"active"}}') throw new Error(`The answer was ${answer}.`);
			const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
			const refused = await ask(world, other.publicKey, ping);
			if (refused !== 421) throw new Error(`The answer was ${refused}, not 421.`);
		},
	);

	await unpublish(world, workflow);
	await n8n.deleteWorkflow(workflow);
}

/** Asks as WhatsApp does. Gives the decrypted answer, or the HTTP status when it is not 200. */
async function ask({ n8n }: World, key: KeyObject, request: object): Promise<string | number> {
	const { body, decrypt } = encryptFlowRequest(key, request);
	const response = await fetch(`${n8n.url}/webhook/${webhookId}/flow`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-hub-signature-256': signatureOf(body, business.app.secret),
		},
		body,
	});
	return response.status === 200 ? decrypt(await response.text()) : response.status;
}

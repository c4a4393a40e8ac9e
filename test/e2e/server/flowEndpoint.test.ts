import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
	actionNodeType,
	credentialOf,
	credentialType,
	node,
	to,
	triggerNodeType,
} from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { encryptFlowRequest } from '../../../simulator/flows/exchange';
import { signatureOf } from '../../../simulator/webhooks/payload';
import { publish } from '../support/triggerWorkflow';
import { world } from '../support/world';

const webhookId = 'e2e-flow-endpoint';
const generateKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Requests and responses are encrypted end to end. */
describe('Data endpoint of a Flow', () => {
	const { publicKey, privateKey } = generateKey();

	beforeAll(async () => {
		const credential = await world.n8n.createCredential(
			'WhatsApp with a Flows key',
			credentialType,
			{
				...world.credentialData,
				flowsPrivateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
			},
		);
		const credentials = credentialOf(credential);
		await publish({
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
							// Differs in each execution.
							response:
								'={{ { screen: "SUMMARY", data: { date: $json.flow.data.date, execution: $execution.id } } }}',
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
	});

	test('a Flow gets the encrypted response of the workflow', async () => {
		const response = await exchange(publicKey, {
			version: '3.0',
			action: 'data_exchange',
			screen: 'APPOINTMENT',
			data: { date: '2026-03-01' },
			flow_token: 'token',
		});
		const expected = { screen: 'SUMMARY', data: { date: '2026-03-01' } };
		expect(JSON.parse(String(response))).toMatchObject(expected);
	});

	test('the same request again, also at the same time, gets the same bytes', async () => {
		const action = { version: '3.0', action: 'data_exchange', flow_token: 'token' };
		const { body } = encryptFlowRequest(publicKey, { ...action, data: { date: 'today' } });
		const together = await Promise.all([send(body), send(body), send(body)]);
		const texts = await Promise.all(
			[...together, await send(body)].map(async (response) => response.text()),
		);
		expect(together.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(new Set(texts).size).toBe(1);
	});

	test('a health check gets the status active, one with a wrong key gets 421', async () => {
		const ping = { version: '3.0', action: 'ping' };
		expect(await exchange(publicKey, ping)).toBe('{"data":{"status":"active"}}');
		expect(await exchange(generateKey().publicKey, ping)).toBe(421);
	});
});

/** Asks as WhatsApp does. Gives the decrypted response, or the HTTP status when it is not 200. */
async function exchange(key: KeyObject, request: object): Promise<string | number> {
	const { body, decrypt } = encryptFlowRequest(key, request);
	const response = await send(body);
	return response.status === 200 ? decrypt(await response.text()) : response.status;
}

async function send(body: string): Promise<Response> {
	return await fetch(`${world.n8n.url}/webhook/${webhookId}/flow`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-hub-signature-256': signatureOf(body, business.app.secret),
		},
		body,
	});
}

import { generateKeyPairSync } from 'node:crypto';

import fc from 'fast-check';

import { processState } from '../../nodes/graphApi/processState';
import { business } from '../../simulator';
import { encryptFlowRequest } from '../../simulator/flows/exchange';
import { signatureOf } from '../../simulator/webhooks/payload';
import { credentialFor } from '../support/credential';
import { bodyOf, deliver, deliveries, eachOnce, started } from '../support/triggerDeliveries';
import { TriggerHost } from '../support/triggerHost';

const start = (nodeId: string) =>
	TriggerHost.start({
		credential: () => credentialFor('http://127.0.0.1:1'),
		nodeId,
		parameters: { events: ['messages', 'statuses'] },
	});

describe('A trigger that receives events more than once', () => {
	it('starts one execution per event if n8n restarts in the middle', async () => {
		let run = 0;
		await fc.assert(
			fc.asyncProperty(deliveries, fc.nat({ max: 100 }), async (delivered, restartAfter) => {
				const nodeId = `restart ${++run}`;
				const before = await start(nodeId);
				await deliver(before, delivered.slice(0, restartAfter).map(bodyOf));
				await before.stop();
				// The process forgets everything but what is in the file.
				processState.reset();
				const after = await start(nodeId);
				await deliver(after, delivered.slice(restartAfter).map(bodyOf));
				await after.stop();
				expect(started(before, after)).toEqual(eachOnce(delivered));
			}),
			{ numRuns: 20 },
		);
	});

	it('gives a request of a Flow the same response after a restart, and later none', async () => {
		const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const flowsPrivateKey = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
		let count = 0;
		const startHost = () =>
			TriggerHost.start({
				credential: () => credentialFor('http://127.0.0.1:1', { flowsPrivateKey }),
				nodeId: 'flow',
				parameters: { events: ['flowDataExchange'] },
				respondToFlow: () => `response ${++count}`,
			});
		const { body } = encryptFlowRequest(publicKey, { version: '3.0', action: 'INIT' });
		const post = async () => {
			const host = await startHost();
			const response = await fetch(host.webhookUrl().replace(/webhook$/, 'flow'), {
				method: 'POST',
				headers: { 'x-hub-signature-256': signatureOf(body, business.app.secret) },
				body,
			});
			const text = await response.text();
			await host.stop();
			processState.reset();
			return `${response.status} ${text}`;
		};
		expect([await post(), await post()]).toEqual(['200 response 1', '200 response 1']);
		const now = Date.now() + 60_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		expect(await post()).toBe('409 This request was received before');
		expect(count).toBe(1);
		jest.restoreAllMocks();
	});
});

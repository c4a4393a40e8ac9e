import { generateKeyPairSync } from 'node:crypto';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { encryptFlowResponse } from '../../nodes/shared/flowEncryption';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { encryptFlowRequest } from '../../simulator/flows/exchange';
import { signatureOf } from '../../simulator/webhooks/payload';
import { business } from '../../simulator';
import { TriggerHost } from '../support/triggerHost';

const passphrase = 'correct horse';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (options: object = {}) =>
	String(pair.privateKey.export({ type: 'pkcs8', format: 'pem', ...options }));

let credential: CredentialData;
const hosts: TriggerHost[] = [];
beforeEach(() => {
	credential = credentialFor('http://127.0.0.1:1', { flowsPrivateKey: pem() });
});
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

/** The workflow: it responds with the screen after the one the user comes from. */
async function start(events = ['flowDataExchange']): Promise<TriggerHost> {
	const host = await TriggerHost.start({
		credential: () => credential,
		parameters: { events },
		respondToFlow: ([item]) => {
			const { flow, encryption } = item?.json as {
				flow: { screen: string };
				encryption: { aesKey: string; initialVector: string };
			};
			const [aesKey, initialVector] = [encryption.aesKey, encryption.initialVector].map((text) =>
				Buffer.from(text, 'base64'),
			) as [Buffer, Buffer];
			return encryptFlowResponse(
				{ screen: `after ${flow.screen}`, data: {} },
				{ aesKey, initialVector },
			);
		},
	});
	hosts.push(host);
	return host;
}

const flowUrl = (host: TriggerHost) => host.webhookUrl().replace(/webhook$/, 'flow');

/** Does what WhatsApp does for a Flow, as Meta describes it: encrypts, signs, sends, decrypts. */
async function exchange(host: TriggerHost, request: object, { key = pair.publicKey } = {}) {
	const { body, decrypt } = encryptFlowRequest(key, request);
	const response = await fetch(flowUrl(host), {
		method: 'POST',
		headers: { 'x-hub-signature-256': signatureOf(body, business.app.secret) },
		body,
	});
	const text = await response.text();
	if (response.status !== 200) return { status: response.status, body, decrypted: undefined };
	return { status: 200, body, decrypted: JSON.parse(decrypt(text)) as unknown };
}

describe('a request of a Flow', () => {
	it.each([
		['INIT', {}],
		['BACK', { screen: 'APPOINTMENT' }],
		['data_exchange', { screen: 'APPOINTMENT', data: { date: '2026-03-01', error: 'a field' } }],
	])('%s starts the workflow, which creates the response', async (action, more) => {
		const host = await start();
		const request = { version: '3.0', action, flow_token: 'token', ...more };
		const { status, decrypted } = await exchange(host, request);
		const { screen = null, data = null } = more as { screen?: string; data?: object };
		expect(status).toBe(200);
		expect(decrypted).toEqual({ screen: `after ${screen}`, data: {} });
		expect(host.executions).toHaveLength(1);
		expect(host.executions.flat()[0]?.json).toMatchObject({
			event: 'flow_data_exchange',
			type: action,
			from: null,
			raw: request,
			flow: { action, screen, data, flowToken: 'token', version: '3.0' },
		});
	});

	it.each([
		['a health check', { version: '3.0', action: 'ping' }, { status: 'active' }],
		[
			'a notice of an error',
			{
				version: '3.0',
				action: 'data_exchange',
				flow_token: 'token',
				data: { error: 'invalid-screen-transition', error_message: 'No such screen' },
			},
			{ acknowledged: true },
		],
	])('that is %s gets a response without the workflow', async (_, request, data) => {
		const host = await start();
		expect((await exchange(host, request)).decrypted).toEqual({ data });
		expect(host.executions).toEqual([]);
	});

	it('encrypted with another key gets the response 421', async () => {
		const host = await start();
		const ping = { version: '3.0', action: 'ping' };
		expect((await exchange(host, ping, { key: otherPair.publicKey })).status).toBe(421);
		expect(host.executions).toEqual([]);
		expect(host.log).toEqual([]);
	});

	it.each([
		['tampered with', 421, (body: string) => body.replace(/"encrypted_flow_data":"./, '$&A')],
		['empty', 421, () => '{}'],
		['not JSON', 400, () => '{'],
	])('%s gets the response %i', async (_, expected, change) => {
		const host = await start();
		const { body } = await exchange(host, { version: '3.0', action: 'ping' });
		expect(await signedPost(flowUrl(host), change(body))).toBe(expected);
		expect(host.executions).toEqual([]);
		expect(host.log).toEqual([]);
	});

	it('with a wrong signature gets the response 432', async () => {
		const host = await start();
		expect(await signedPost(flowUrl(host), '{}', 'other secret')).toBe(432);
		expect(host.executions).toEqual([]);
	});

	it('gets the response 404 from a trigger without the event', async () => {
		const host = await start(['messages']);
		expect(await signedPost(flowUrl(host), '{}')).toBe(404);
	});
});

describe('the private key', () => {
	const traditional = {
		type: 'pkcs1',
		cipher: 'aes-256-cbc',
		passphrase,
	};
	it.each<[string, () => Partial<CredentialData>]>([
		['as it is', () => ({ flowsPrivateKey: pem() })],
		['of the older format', () => ({ flowsPrivateKey: pem({ type: 'pkcs1' }) })],
		['with its line breaks lost', () => ({ flowsPrivateKey: pem().replaceAll('\n', ' ') })],
		['with line breaks written out', () => ({ flowsPrivateKey: pem().replaceAll('\n', '\\n') })],
		[
			'with a passphrase',
			() => ({
				flowsPrivateKey: pem({ cipher: 'aes-256-cbc', passphrase }),
				flowsPrivateKeyPassphrase: passphrase,
			}),
		],
		[
			'with a passphrase, of the older format, its line breaks lost',
			() => ({
				flowsPrivateKey: pem(traditional).replaceAll('\n', ' '),
				flowsPrivateKeyPassphrase: passphrase,
			}),
		],
	])('%s is accepted', async (_, changes) => {
		Object.assign(credential, changes());
		const { status } = await exchange(await start(), { version: '3.0', action: 'ping' });
		expect(status).toBe(200);
	});

	it.each<[string, Partial<CredentialData>, RegExp]>([
		['missing', { flowsPrivateKey: '' }, /^'Flows Private Key' is empty/],
		['no key', { flowsPrivateKey: 'secret text' }, /is not an RSA private key/],
		[
			'locked',
			{ flowsPrivateKey: pem(traditional), flowsPrivateKeyPassphrase: 'wrong' },
			/its passphrase is wrong/,
		],
	])('that is %s fails the activation', async (_, changes, message) => {
		Object.assign(credential, changes);
		const activation = (await start()).activate();
		await expect(activation).rejects.toThrow(message);
		await expect(activation).rejects.not.toThrow(/secret text|BEGIN RSA/);
	});

	it('is enough to activate a trigger that has nothing to register', async () => {
		expect(await (await start()).activate()).toBe('existed');
	});
});

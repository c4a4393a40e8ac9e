import { generateKeyPairSync } from 'node:crypto';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { encryptFlowResponse } from '../../nodes/shared/flowEncryption';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { until } from '../support/until';
import { encryptFlowRequest } from '../../simulator/flows/exchange';
import { signatureOf } from '../../simulator/webhooks/payload';
import { business } from '../../simulator';
import { TriggerHost } from '../support/triggerHost';
import type { TriggerHostOptions } from '../support/triggerHost';

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
async function start(
	events = ['flowDataExchange'],
	options: Partial<TriggerHostOptions> = {},
): Promise<TriggerHost> {
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
		...options,
	});
	hosts.push(host);
	return host;
}

const flowUrl = (host: TriggerHost) => host.webhookUrl().replace(/webhook$/, 'flow');

const data = { version: '3.0', action: 'data_exchange', flow_token: 'token', screen: 'A' };

async function post(host: TriggerHost, body: string) {
	const response = await fetch(flowUrl(host), {
		method: 'POST',
		headers: { 'x-hub-signature-256': signatureOf(body, business.app.secret) },
		body,
	});
	return { status: response.status, text: await response.text() };
}

/** Does what WhatsApp does for a Flow, as Meta describes it: encrypts, signs, sends, decrypts. */
async function exchange(host: TriggerHost, request: object, { key = pair.publicKey } = {}) {
	const { body, decrypt } = encryptFlowRequest(key, request);
	const { status, text } = await post(host, body);
	if (status !== 200) return { status, body, decrypted: undefined };
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

	it.each([1, 12, 15, 17])('with a vector of %i bytes gets the response 421', async (length) => {
		const host = await start();
		const { body } = encryptFlowRequest(pair.publicKey, data, { vectorLength: length });
		expect((await post(host, body)).status).toBe(421);
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

describe('the same request of a Flow again', () => {
	const { body } = encryptFlowRequest(pair.publicKey, data);
	/** A workflow whose responses differ each time. */
	const counting = () => {
		let count = 0;
		return () => `response ${++count}`;
	};

	it('gets the same response, and starts no second execution', async () => {
		const host = await start(undefined, { respondToFlow: counting() });
		const sent = [await post(host, body), await post(host, body), await post(host, body)];
		expect(sent).toEqual(Array(3).fill({ status: 200, text: 'response 1' }));
		expect(host.executions).toHaveLength(1);
		expect(await post(host, encryptFlowRequest(pair.publicKey, data).body)).toEqual({
			status: 200,
			text: 'response 2',
		});
	});

	it('waits for the response if the workflow still runs', async () => {
		let finish: (text: string) => void = () => undefined;
		const running = new Promise<string>((resolve) => (finish = resolve));
		const host = await start(undefined, { respondToFlow: () => running });
		const sent = [post(host, body), post(host, body), post(host, body)];
		await until(() => host.requests === 3);
		finish('the response');
		expect(await Promise.all(sent)).toEqual(Array(3).fill({ status: 200, text: 'the response' }));
		expect(host.executions).toHaveLength(1);
	});

	it('gets the response that a sender who went away did not get', async () => {
		let finish: (text: string) => void = () => undefined;
		const running = new Promise<string>((resolve) => (finish = resolve));
		const host = await start(undefined, { respondToFlow: () => running });
		const gone = new AbortController();
		const first = fetch(flowUrl(host), {
			method: 'POST',
			headers: { 'x-hub-signature-256': signatureOf(body, business.app.secret) },
			body,
			signal: gone.signal,
		});
		await until(() => host.executions.length === 1);
		gone.abort();
		await expect(first).rejects.toThrow();
		finish('the response');
		expect(await post(host, body)).toEqual({ status: 200, text: 'the response' });
		expect(host.executions).toHaveLength(1);
	});

	it('fails again if the workflow failed', async () => {
		const respondToFlow = () => {
			throw new Error('The workflow failed');
		};
		const host = await start(undefined, { respondToFlow });
		expect([await post(host, body), await post(host, body)]).toMatchObject([
			{ status: 500 },
			{ status: 500 },
		]);
		expect(host.executions).toHaveLength(1);
	});

	it('is a request to another trigger there', async () => {
		const hosts = [await start(), await start()];
		for (const host of hosts) expect((await post(host, body)).status).toBe(200);
		expect(hosts.map(({ executions }) => executions.length)).toEqual([1, 1]);
	});

	it('gets the same bytes if it is a health check', async () => {
		const host = await start();
		const ping = encryptFlowRequest(pair.publicKey, { version: '3.0', action: 'ping' }).body;
		expect(await post(host, ping)).toEqual(await post(host, ping));
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

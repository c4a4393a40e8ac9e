import { createHmac } from 'node:crypto';

import { Expression } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { webhookVerifyToken } from '../../nodes/graphApi/connection';
import { maximumBodySize } from '../../nodes/shared/requestBody';
import { meta } from '../../nodes/graphApi/webhooks/signer';
import type { Signer } from '../../nodes/graphApi/webhooks/signer';
import { ourselves, signatureHeaderOf } from '../../nodes/shared/signature';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { TriggerHost } from '../support/triggerHost';
import { messagePayload, statusPayload } from '../unit/trigger/payloads';

const credential = (): CredentialData => ({
	accessToken: business.accessToken,
	phoneNumberId: business.phoneNumbers[0].id,
	businessAccountId: business.waba.id,
	appId: business.app.id,
	appSecret: business.app.secret,
	host: 'custom',
	baseUrl: simulator.url,
	apiVersion: 'v26.0',
});
const { secret } = business.app;
const sign = (body: string) =>
	`sha256=${createHmac('sha256', business.app.secret).update(body).digest('hex')}`;

let simulator: Simulator;
let host: TriggerHost | undefined;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
afterEach(async () => {
	await host?.stop();
	await simulator.reset();
});

async function start(options: Partial<Parameters<typeof TriggerHost.start>[0]> = {}) {
	host = await TriggerHost.start({ credential, ...options });
	return host;
}

async function post(to: TriggerHost, body: string, headers: Record<string, string> = {}) {
	const response = await fetch(to.webhookUrl(), {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	return response.status;
}
const signed = (body: string) => ({ 'x-hub-signature-256': sign(body) });

const text = JSON.stringify(messagePayload({ type: 'text', text: { body: 'Hi' } }));
const status = JSON.stringify(statusPayload({ status: 'read', recipient_id: '16505551234' }));
const tooLarge = JSON.stringify({ padding: 'a'.repeat(maximumBodySize) });

describe('A delivery to the trigger', () => {
	it('starts the workflow with one item', async () => {
		const to = await start();
		expect(await post(to, text, signed(text))).toBe(200);
		expect(to.executions).toMatchObject([[{ json: { event: 'message', text: 'Hi' } }]]);
	});

	it('is verified byte by byte, since Meta escapes non-ASCII characters', async () => {
		const to = await start();
		const escaped = text.replace('Hi', 'caf\\u00e9 \\ud83d\\ude00 a\\/b');
		expect(await post(to, escaped, signed(escaped))).toBe(200);
		expect(to.executions).toMatchObject([[{ json: { text: 'café 😀 a/b' } }]]);
	});

	it.each([
		[undefined, []],
		[['messages'], []],
		[['messages', 'statuses'], ['read']],
		[['statuses'], ['read']],
	])('of a status, with the events %j, outputs %j', async (events, expected) => {
		const to = await start({ parameters: events ? { events } : {} });
		expect(await post(to, status, signed(status))).toBe(200);
		expect(to.executions.flat().map(({ json }) => json.type)).toEqual(expected);
	});

	it.each<[string, number, string, Record<string, string>]>([
		['without a signature', 401, text, {}],
		['with a wrong signature', 401, text, { 'x-hub-signature-256': sign('other') }],
		['without a signature and not JSON', 401, '{', {}],
		['that is not JSON', 400, '{', signed('{')],
		['that is empty', 400, '', signed('')],
		[
			'of another product of Meta',
			400,
			'{"object":"page","entry":[]}',
			signed('{"object":"page","entry":[]}'),
		],
		['that is JSON of another kind', 400, '[]', signed('[]')],
		['of more than 3 MB', 413, tooLarge, signed(tooLarge)],
	])(
		'%s gets the response %i, starts nothing and logs nothing',
		async (_, expected, body, headers) => {
			const to = await start();
			expect(await post(to, body, headers)).toBe(expected);
			expect(to.executions).toEqual([]);
			expect(to.log).toEqual([]);
		},
	);

	it('of more than 3 MB without a content length is refused', async () => {
		const to = await start();
		const response = await fetch(to.webhookUrl(), {
			method: 'POST',
			headers: signed(tooLarge),
			body: new Blob([tooLarge]).stream(),
			duplex: 'half',
		});
		expect(response.status).toBe(413);
		expect(to.executions).toEqual([]);
	});

	it.each([
		[true, '', 200],
		[false, '', 401],
		[true, business.app.secret, 401],
	])(
		'unsigned, with the option %s and the app secret %j, gets the response %i',
		async (acceptUnsigned, appSecret, expected) => {
			const to = await start({
				parameters: { triggerOptions: { acceptUnsigned } },
				credential: () => ({ ...credential(), appSecret }),
			});
			expect(await post(to, text)).toBe(expected);
			expect(to.executions).toHaveLength(expected === 200 ? 1 : 0);
		},
	);

	it.each<[string, number, Signer]>([
		['as the part of a split delivery', 200, ourselves(secret, 'event in its own execution')],
		['for another purpose', 401, ourselves(secret, 'delivery to a test run')],
		['with another secret', 401, ourselves('another', 'event in its own execution')],
	])('that we signed %s gets the response %i', async (_, expected, signer) => {
		const to = await start();
		expect(await post(to, text, signatureHeaderOf(Buffer.from(text), signer))).toBe(expected);
		expect(to.executions).toHaveLength(expected === 200 ? 1 : 0);
	});

	it.each<[string, boolean, number, Signer]>([
		['us', false, 200, ourselves(business.accessToken, 'event in its own execution')],
		['somebody without a secret', true, 401, ourselves('', 'event in its own execution')],
		['Meta, which cannot be checked', false, 401, meta(secret)],
		['Meta, which need not be checked', true, 200, meta(secret)],
	])(
		'without an app secret, signed by %s, with the option %s, gets the response %i',
		async (_, acceptUnsigned, expected, signer) => {
			const to = await start({
				parameters: { triggerOptions: { acceptUnsigned } },
				credential: () => ({ ...credential(), appSecret: '' }),
			});
			expect(await post(to, text, signatureHeaderOf(Buffer.from(text), signer))).toBe(expected);
			expect(to.executions).toHaveLength(expected === 200 ? 1 : 0);
		},
	);

	it('has no expression of the settings evaluated unless its signature is valid', async () => {
		const evaluated = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		const to = await start({ parameters: { filters: { sender: '={{ 16505551234 }}' } } });
		expect(await post(to, text)).toBe(401);
		expect(await post(to, text, { 'x-hub-signature-256': sign('other') })).toBe(401);
		expect(evaluated).not.toHaveBeenCalled();
		expect(await post(to, text, signed(text))).toBe(200);
		expect(evaluated).toHaveBeenCalled();
		evaluated.mockRestore();
	});

	it('with an unusable credential gets the response 500 and starts nothing', async () => {
		const unreadable = () => {
			throw new Error('Credentials could not be decrypted');
		};
		const to = await start({ credential: unreadable });
		expect(await post(to, text, signed(text))).toBe(500);
		expect(to.executions).toEqual([]);
		expect(to.log).toHaveLength(1);
	});
});

describe("Meta's verification of the callback URL", () => {
	it.each([
		[
			'the right verify token',
			webhookVerifyToken({ appSecret: business.app.secret } as CredentialData),
			200,
			'42',
		],
		['a wrong verify token', 'wrong', 403, 'Wrong verify token'],
	])('with %s', async (_, token, expected, expectedText) => {
		const to = await start();
		const url = new URL(to.webhookUrl());
		url.searchParams.set('hub.mode', 'subscribe');
		url.searchParams.set('hub.verify_token', String(token));
		url.searchParams.set('hub.challenge', '42');
		const response = await fetch(url);
		expect([response.status, await response.text()]).toEqual([expected, expectedText]);
		expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
		expect(to.executions).toEqual([]);
	});
});

describe('requests that anybody can send', () => {
	/** A trigger whose readings of the credential are counted. */
	async function counted(stored: () => CredentialData = credential) {
		let reads = 0;
		const to = await start({
			credential: () => {
				reads += 1;
				return stored();
			},
		});
		return { to, reads: () => reads };
	}
	const urls = (to: TriggerHost) => [
		to.webhookUrl(),
		`${to.webhookUrl()}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${'a'.repeat(2_000)}`,
	];

	it('read no credential unless they look like a verification', async () => {
		const { to, reads } = await counted();
		for (const url of urls(to)) expect((await fetch(url)).status).toBe(403);
		expect(reads()).toBe(0);
	});

	it('read the credential rarely for many verifications', async () => {
		const { to, reads } = await counted();
		const url = `${to.webhookUrl()}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess`;
		const sent = Array.from({ length: 20 }, () => fetch(url));
		for (const { status } of await Promise.all(sent)) expect(status).toBe(403);
		// Once a second, however long this takes.
		expect(reads()).toBeLessThan(10);
	});

	it('write one line into the log while the credential is gone', async () => {
		const { to } = await counted(() => {
			throw new Error('Credential with ID "1" does not exist');
		});
		const sent = Array.from({ length: 20 }, () => post(to, text));
		expect(await Promise.all(sent)).toEqual(Array(20).fill(500));
		expect(to.log).toHaveLength(1);
	});
});

describe('a trigger registered at the simulator', () => {
	const [customer, otherCustomer] = business.customers;

	it('starts one execution for a message of a customer', async () => {
		const to = await start();
		await to.activate();
		await simulator.writeAs(customer.waId, { type: 'text', text: 'Is it in stock? 🌵' });
		await simulator.settled();
		expect(to.executions).toMatchObject([
			[
				{
					json: {
						text: 'Is it in stock? 🌵',
						from: customer.waId,
						profileName: customer.profileName,
						phoneNumberId: business.phoneNumbers[0].id,
						wabaId: business.waba.id,
					},
				},
			],
		]);
	});

	it('starts an execution for a customer without a phone number', async () => {
		const to = await start();
		await to.activate();
		const userId = 'US.99991208655302741918';
		simulator.setCustomer({ userId, username: 'nophone', profileName: 'No Phone' });
		await simulator.writeAs(userId, { type: 'text', text: 'Hi' });
		await simulator.settled();
		expect(to.executions.flat().map(({ json }) => json)).toMatchObject([
			{ text: 'Hi', from: null, userId, username: 'nophone', profileName: 'No Phone' },
		]);
	});

	it('refuses a forged webhook', async () => {
		const to = await start();
		await to.activate();
		const { attempts } = await simulator.forgeWebhook();
		expect(attempts.map(({ status }) => status)).toEqual([401]);
		expect(to.executions).toEqual([]);
	});

	it('with two triggers on two numbers of one app, gives each its messages', async () => {
		const first = await start();
		const second = await TriggerHost.start({
			credential: () => ({ ...credential(), phoneNumberId: business.phoneNumbers[1].id }),
		});
		try {
			await first.activate();
			await second.activate();
			for (const { id } of business.phoneNumbers) {
				await simulator.writeAs(otherCustomer.waId, { type: 'text', text: id, phoneNumberId: id });
			}
			await simulator.settled();
			expect(
				[first, second].map(({ executions }) => executions.flat().map(({ json }) => json.text)),
			).toEqual(business.phoneNumbers.map(({ id }) => [id]));
		} finally {
			await second.stop();
		}
	});
});

describe('the description of the webhooks', () => {
	// n8n parses a body before the node sees it unless this expression is true; see webhook-helpers of n8n.
	it("makes n8n's webhook server not parse the body", async () => {
		const { workflow } = await start({ parameters: { triggerOptions: { acceptUnsigned: false } } });
		const node = workflow.getNode('Trigger');
		if (!node) throw new Error('The workflow has no trigger');
		const expression = '={{$parameter["options"]["binaryData"]}}';
		expect(workflow.expression.getSimpleParameterValue(node, expression, 'webhook', {})).toBe(true);
	});
});

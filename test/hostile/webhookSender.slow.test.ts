import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { encryptFlowResponse } from '../../nodes/shared/flowEncryption';
import { business } from '../../simulator/business';
import { encryptFlowRequest } from '../../simulator/flows/exchange';
import { signatureOf } from '../../simulator/webhooks/payload';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import {
	messagePayload,
	messagesChange,
	payload,
	phoneNumber,
	userId,
} from '../unit/trigger/payloads';
import { cpuTime, expectProportionate, expectSimilarCost } from './support/cost';
import { expectNothingSecret, flowKeys, secretCredential, secretsIn } from './support/secrets';

const credential = secretCredential('http://127.0.0.1:1');
/** Not so old that the trigger ignores it. */
const timestamp = String(Math.floor(Date.now() / 1000));
const text = (body: string, id = 'wamid.1') => ({ id, timestamp, type: 'text', text: { body } });
const signed = (body: string, secret: string = business.app.secret) => signatureOf(body, secret);
const hosts: TriggerHost[] = [];
let credentialReads = 0;
let started = 0;

/** A published workflow with one trigger, which has seen nothing yet. */
async function start(
	parameters: INodeParameters = {},
	more: Partial<Parameters<typeof TriggerHost.start>[0]> = {},
): Promise<TriggerHost> {
	credentialReads = 0;
	const host = await TriggerHost.start({
		credential: () => {
			credentialReads++;
			return credential;
		},
		nodeId: `hostile ${++started}`,
		parameters: {
			events: ['messages', 'statuses', 'other'],
			registration: 'byHand',
			...parameters,
		},
		...more,
	});
	hosts.push(host);
	return host;
}

async function post(
	url: string,
	body: string,
	headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
	const response = await fetch(url, { method: 'POST', headers, body });
	return { status: response.status, body: await response.text() };
}

const items = (host: TriggerHost) => host.executions.flat().map(({ json }) => json);

/** Checks that nothing happened: no execution, no line in the log, and nothing secret in the response. */
function expectNothing(host: TriggerHost, ...responses: string[]): void {
	expect(host.executions).toEqual([]);
	expect(host.log).toEqual([]);
	expectNothingSecret(credential, responses);
}

afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
	expect(({} as IDataObject).polluted).toBeUndefined();
});

/** The attacker knows the webhook URL, but not the app secret. */
describe('A stranger who calls the webhook', () => {
	const body = JSON.stringify(messagePayload(text('Hi')));
	const right = signed(body).slice('sha256='.length);
	const { appSecret = '' } = secretsIn(credential);

	describe.each(['webhook', 'flow'])('at /%s', (path) => {
		const urlOf = (host: TriggerHost) => host.webhookUrl().replace(/webhook$/, path);

		it.each<[string, Record<string, string>]>([
			['without a signature', {}],
			['with an empty signature', { 'x-hub-signature-256': '' }],
			['with the signature of another secret', { 'x-hub-signature-256': signed(body, 'guess') }],
			['with the signature of an empty secret', { 'x-hub-signature-256': signed(body, '\0') }],
			['with the signature of another body', { 'x-hub-signature-256': signed(`${body} `) }],
			['with a signature without its name', { 'x-hub-signature-256': right }],
			[
				'with the signature in capitals',
				{ 'x-hub-signature-256': `SHA256=${right.toUpperCase()}` },
			],
			['with half a signature', { 'x-hub-signature-256': `sha256=${right.slice(0, 32)}` }],
			['with a signature that is too long', { 'x-hub-signature-256': `sha256=${right}00` }],
			[
				'with two signatures',
				{ 'x-hub-signature-256': `sha256=${'0'.repeat(64)}, sha256=${right}` },
			],
			['with a signature of 12 KB', { 'x-hub-signature-256': `sha256=${'0'.repeat(12_000)}` }],
			[
				'with the older signature',
				{ 'x-hub-signature': `sha1=${createHmac('sha1', appSecret).update(body).digest('hex')}` },
			],
			[
				'with the signature of another algorithm',
				{
					'x-hub-signature-256': `sha512=${createHmac('sha512', appSecret).update(body).digest('hex')}`,
				},
			],
			['as a test run', { 'x-n8n-whatsapp-test-run': '1', 'x-whatsapp-business-test-run': '1' }],
			['in another form', { 'content-type': 'application/x-www-form-urlencoded' }],
		])('is refused %s', async (_name, headers) => {
			const host = await start({ events: ['messages', 'other', 'flowDataExchange'] });
			const response = await post(urlOf(host), body, headers);
			expect(response.status).toBeGreaterThanOrEqual(400);
			expect(response.status).toBeLessThan(500);
			expectNothing(host, response.body);
		});

		it('with a body of 4 MB is refused before it is read', async () => {
			const host = await start({ events: ['messages', 'flowDataExchange'] });
			const large = ' '.repeat(4 * 1024 * 1024);
			const unsigned = await post(urlOf(host), large);
			const withSignature = await post(urlOf(host), large, {
				'x-hub-signature-256': signed(large),
			});
			expect(
				[unsigned.status, withSignature.status].every((status) => status >= 400 && status < 500),
			).toBe(true);
			expectNothing(host);
		});

		it('who hangs up in the middle starts nothing', async () => {
			const host = await start({ events: ['messages', 'flowDataExchange'] });
			await new Promise<void>((resolve) => {
				const call = httpRequest(urlOf(host), {
					method: 'POST',
					headers: { 'content-length': '1000', 'x-hub-signature-256': signed(body) },
				});
				call.on('error', () => resolve());
				call.write(body.slice(0, 10), () => setTimeout(() => call.destroy(new Error('gone')), 20));
			});
			expect((await post(urlOf(host), body)).status).toBeGreaterThanOrEqual(400);
			expect(host.executions).toEqual([]);
		});
	});

	it.each<[string, Record<string, string> | string]>([
		['no token', {}],
		['an empty token', { 'hub.verify_token': '' }],
		['a guess', { 'hub.verify_token': 'verify' }],
		['the name of the signature', { 'hub.verify_token': 'undefined' }],
		['the proof of the token', { 'hub.verify_token': secretsIn(credential).appsecretProof ?? '' }],
		['a token of 12 KB', { 'hub.verify_token': 'a'.repeat(12_000) }],
		['two tokens', 'hub.verify_token=a&hub.verify_token=b'],
		['a token in a list', 'hub.verify_token[]=a'],
		['a token of what everything inherits', '__proto__[hub.verify_token]=a'],
		['the keys with underscores', 'hub_mode=subscribe&hub_verify_token=a&hub_challenge=b'],
	])('who asks for verification with %s is refused', async (_name, query) => {
		const host = await start();
		const asked = new URLSearchParams(query);
		if (!asked.has('hub.mode')) asked.set('hub.mode', 'subscribe');
		asked.set('hub.challenge', '<script>alert(1)</script>');
		for (const isTest of [false, true]) {
			const response = await fetch(`${host.webhookUrl({ isTest })}?${asked}`);
			const shown = await response.text();
			expect(response.status).toBe(403);
			expect(shown).not.toContain('script');
			expectNothing(host, shown);
		}
	});

	it.each<[string, RequestInit]>([
		['asks for verification', {}],
		['delivers without a signature', { method: 'POST', body }],
		[
			'delivers with a wrong signature',
			{ method: 'POST', body, headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` } },
		],
	])('who %s 100 times makes n8n decrypt the credential a few times', async (_name, init) => {
		const host = await start();
		const startedAt = Date.now();
		for (let count = 0; count < 100; count++) {
			const response = await fetch(
				`${host.webhookUrl()}?hub.mode=subscribe&hub.verify_token=${count}&hub.challenge=1`,
				init,
			);
			await response.text();
		}
		// At most once a second.
		const seconds = (Date.now() - startedAt) / 1_000;
		expect(credentialReads).toBeLessThanOrEqual(3 + seconds);
		expectNothing(host);
	});

	it.each<[string, RequestInit]>([
		['asks for verification', {}],
		['delivers without a signature', { method: 'POST', body }],
		[
			'delivers with a wrong signature',
			{ method: 'POST', body, headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` } },
		],
	])('who %s 100 times does not fill the log when the credential is gone', async (_name, init) => {
		const host = await start(
			{},
			{
				credential: () => {
					throw new Error('The credential does not exist');
				},
			},
		);
		for (let count = 0; count < 100; count++) {
			const response = await fetch(
				`${host.webhookUrl()}?hub.mode=subscribe&hub.verify_token=${count}&hub.challenge=1`,
				init,
			);
			await response.text();
		}
		expect(host.executions).toEqual([]);
		expect(host.log.length).toBeLessThanOrEqual(3);
	});

	it('without a signature makes n8n evaluate no expression', async () => {
		const host = await start({
			filters: { textContains: '={{ "a" }}' },
			phoneNumberId: '={{ "1" }}',
		});
		const evaluated = jest.spyOn(host.workflow.expression, 'getParameterValue');
		for (let count = 0; count < 20; count++) await post(host.webhookUrl(), body);
		expect(evaluated).not.toHaveBeenCalled();
		expectNothing(host);
	});
});

/** The attacker writes to the business, so that Meta signs what it made up, or has bytes that Meta signed once. */
describe('A delivery that Meta signed', () => {
	const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
	const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
	const marked = (message: object, mark: string) =>
		JSON.stringify(messagePayload(message)).replace('"MARK"', mark);

	it.each<[string, string]>([
		[
			'a list in a message nested 100,000 deep',
			marked({ ...text('Hi'), extra: 'MARK' }, deep(100_000)),
		],
		[
			'an object in a message nested 100,000 deep',
			marked({ ...text('Hi'), extra: 'MARK' }, deepObject(100_000)),
		],
		[
			'the text nested 100,000 deep',
			marked({ id: 'wamid.1', timestamp, type: 'text', text: 'MARK' }, deep(100_000)),
		],
		[
			'the body of a text nested 100,000 deep',
			marked({ id: 'wamid.1', timestamp, type: 'text', text: { body: 'MARK' } }, deep(100_000)),
		],
		[
			'an unknown message nested 100,000 deep',
			marked({ id: 'MARK', timestamp, type: 'new' }, deepObject(100_000)),
		],
		[
			'an unknown change nested 100,000 deep',
			JSON.stringify(payload({ field: 'new', value: 'MARK' })).replace(
				'"MARK"',
				deepObject(100_000),
			),
		],
		[
			'a change with a field nested 100,000 deep',
			JSON.stringify(payload({ field: 'MARK', value: {} })).replace('"MARK"', deep(100_000)),
		],
		[
			'an entry nested 100,000 deep',
			JSON.stringify({ object: 'whatsapp_business_account', entry: 'MARK' }).replace(
				'"MARK"',
				deep(100_000),
			),
		],
		['a body nested 1,000,000 deep', deep(1_000_000)],
	])('with %s is not taken as a fault of the trigger', async (_name, body) => {
		const host = await start();
		expect([200, 400]).toContain(await signedPost(host.webhookUrl(), body));
		expect(host.log).toEqual([]);
		// n8n must be able to store what the workflow gets.
		for (const item of items(host)) expect(() => JSON.stringify(item)).not.toThrow();
	});

	it('with 1,000 messages starts one execution with each of them, once', async () => {
		const host = await start();
		const messages = Array.from({ length: 1_000 }, (_none, index) => ({
			from: phoneNumber,
			...text(String(index), `wamid.${index}`),
		}));
		const body = JSON.stringify(payload(messagesChange({ messages: [...messages, ...messages] })));
		for (let count = 0; count < 3; count++)
			expect(await signedPost(host.webhookUrl(), body)).toBe(200);
		const shuffled = JSON.stringify(payload(messagesChange({ messages: [...messages].reverse() })));
		expect(await signedPost(host.webhookUrl(), shuffled)).toBe(200);
		expect(items(host)).toHaveLength(1_000);
		expect(host.executions).toHaveLength(1);
	});

	it('again and at once starts the workflow once', async () => {
		const host = await start();
		const body = JSON.stringify(messagePayload(text('Hi')));
		await Promise.all(Array.from({ length: 50 }, () => signedPost(host.webhookUrl(), body)));
		const spaced = JSON.stringify(JSON.parse(body), null, 2);
		expect(await signedPost(host.webhookUrl(), spaced)).toBe(200);
		expect(items(host)).toHaveLength(1);
	});

	const repeated = (entry: string, size: number) =>
		Array.from({ length: Math.floor(size / (entry.length + 1)) }, () => entry).join(',');
	it.each<[string, (list: (entry: string) => string) => string]>([
		[
			'messages',
			(list) =>
				`{"id":"1","changes":[{"field":"messages","value":{"messages":[${list(`{"id":"1","timestamp":"${timestamp}"}`)}]}}]}`,
		],
		[
			'empty messages',
			(list) => `{"id":"1","changes":[{"field":"messages","value":{"messages":[${list('{}')}]}}]}`,
		],
		[
			'statuses',
			(list) =>
				`{"id":"1","changes":[{"field":"messages","value":{"statuses":[${list(`{"id":"1","status":"a","timestamp":"${timestamp}"}`)}]}}]}`,
		],
		['changes', (list) => `{"id":"1","changes":[${list('{}')}]}`],
		['entries', (list) => list('{}')],
		[
			'errors of a message',
			(list) =>
				`{"id":"1","changes":[{"field":"messages","value":{"messages":[{"id":"1","errors":[${list('{}')}]}]}}]}`,
		],
		[
			'contacts',
			(list) =>
				`{"id":"1","changes":[{"field":"messages","value":{"contacts":[${list('{}')}],"messages":[${'{"id":"1","from":"2"},'.repeat(99)}{}]}}]}`,
		],
	])('of %s by the thousand costs in proportion to their number', async (_name, entryOf) => {
		const host = await start();
		const bodyOf = (size: number) =>
			`{"object":"whatsapp_business_account","entry":[${entryOf((entry) => repeated(entry, size))}]}`;
		const deliver = (size: number) => async () => {
			(host.workflow.getNode('Trigger') as INode).id = `hostile ${++started}`;
			expect([200, 400, 413]).toContain(await signedPost(host.webhookUrl(), bodyOf(size)));
			host.executions.length = 0;
		};
		await expectSimilarCost(deliver(60_000), deliver(30_000), '60 KB');
		expect(host.log).toEqual([]);
	});

	it.each<[string, string]>([
		[
			'a message',
			'"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"id":"wamid.1","type":"text","text":{"body":"Hi"}',
		],
		[
			'a message of a type that everything inherits',
			'"id":"wamid.1","type":"__proto__","__proto__":{"body":"Hi","polluted":"yes"}',
		],
		[
			'a message of the type constructor',
			'"id":"wamid.1","type":"constructor","constructor":{"name":"x"}',
		],
		[
			'a reply',
			'"id":"wamid.1","type":"interactive","interactive":{"type":"__proto__","__proto__":{"id":"1","title":"polluted"}}',
		],
		[
			'a reply in JSON',
			String.raw`"id":"wamid.1","type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{\"__proto__\":{\"polluted\":\"yes\"}}"}}`,
		],
		[
			'methods',
			'"id":"wamid.1","type":"text","text":{"body":"Hi"},"toString":1,"toJSON":1,"hasOwnProperty":1,"then":1,"length":-1',
		],
	])('with keys that everything inherits in %s', async (_name, message) => {
		const host = await start();
		const change = `{"field":"messages","value":{"metadata":{"phone_number_id":"106540352242922"},"contacts":[{"wa_id":"1","__proto__":{"polluted":"yes"}}],"messages":[{"from":"1","timestamp":"${timestamp}",${message}}]}}`;
		const body = `{"object":"whatsapp_business_account","__proto__":{"polluted":"yes"},"entry":[{"id":"1","changes":[${change}]}]}`;
		expect(await signedPost(host.webhookUrl(), body)).toBe(200);
		expect(items(host)).toHaveLength(1);
		expect(host.log).toEqual([]);
		const [item] = items(host);
		expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
		expect((item as { polluted?: string }).polluted).toBeUndefined();
	});

	const inherited =
		'"__proto__":{"polluted":"yes","id":"x"},"constructor":{"polluted":"yes"},"toString":1,"toJSON":1,"then":1';
	it.each<[string, string, string]>([
		['beside messages', 'messages', `${inherited},"messages":[{"id":"wamid.1","from":"1"}]`],
		[
			'in a chat that somebody else handles',
			'standby',
			`"standby":{${inherited},"message_echoes":[{"id":"wamid.1","message":{${inherited},"to":"1","type":"template","template":{"components":[{"type":"body","parameters":[{"parameter_name":"__proto__","text":"x"}]}]}},"template":{"components":[{"type":"BODY","text":"{{__proto__}} {{constructor}}"}]}}]}`,
		],
		[
			'in the history',
			'history',
			`"history":[{${inherited},"threads":[{"id":"1","context":{${inherited}},"messages":[{"id":"wamid.1",${inherited}}]}]}]`,
		],
		['in a call', 'calls', `"calls":[{"id":"1","event":"terminate","session":{${inherited}}}]`],
		['in a field', '__proto__', inherited],
		...['__proto__', 'constructor', 'hasOwnProperty', 'toString'].map(
			(field): [string, string, string] => [
				`in the field ${field}, about a customer`,
				field,
				`"metadata":{"phone_number_id":"1"},"from":"1","timestamp":"${timestamp}"`,
			],
		),
		[
			'in the field constructor, about a customer to whom somebody wrote',
			'constructor',
			`"metadata":{"phone_number_id":"1"},"to":"1","timestamp":"${timestamp}"`,
		],
		['in the field constructor', 'constructor', `"messages":[{${inherited}}]`],
	])('with keys that everything inherits %s', async (_name, field, value) => {
		const host = await start({
			events: ['messages', 'standby', 'history', 'calls', 'other'],
			registration: 'byHand',
			triggerOptions: { pauseWhilePersonReplies: 60, rememberTexts: true },
		});
		const body = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"${field}","value":{${value}}}]}]}`;
		expect(await signedPost(host.webhookUrl(), body)).toBe(200);
		expect(host.log).toEqual([]);
		const [item, ...others] = items(host);
		expect(others).toEqual([]);
		expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
		expect((item as { polluted?: string }).polluted).toBeUndefined();
		expect(({} as { polluted?: string }).polluted).toBeUndefined();
		expect(item).toMatchObject({ paused: false });
	});

	it.each<[string, INodeParameters, string | undefined]>([
		['an old message', { filters: { maximumAge: 60 } }, '1000000000'],
		['a message of the year 1970', { filters: { maximumAge: 60 } }, '0'],
		['a message from before 1970', { filters: { maximumAge: 60 } }, '-5'],
	])(
		'once about %s does not start a workflow with a maximum age',
		async (_name, parameters, timestamp) => {
			const host = await start(parameters);
			const body = JSON.stringify(messagePayload({ ...text('Hi'), timestamp }));
			expect(await signedPost(host.webhookUrl(), body)).toBe(200);
			expect(host.executions).toEqual([]);
		},
	);

	it.each(['1e308', 'NaN', '', '99999999999999999999', [], {}, null, true, '2025-01-01'])(
		'with the timestamp %j is not taken as a fault of the trigger',
		async (timestamp) => {
			const host = await start({ filters: { maximumAge: 60 } });
			const body = JSON.stringify(messagePayload({ ...text('Hi'), timestamp }));
			expect(await signedPost(host.webhookUrl(), body)).toBe(200);
			expect(host.log).toEqual([]);
		},
	);

	const stranger = { wa_id: '4915112345678', user_id: 'DE.99' };
	const contactNamed = (username: string, more: object = {}) => ({
		profile: { name: 'Mallory', username },
		...stranger,
		...more,
	});
	const from = (contact: object) => {
		const { wa_id, user_id } = { ...stranger, ...contact };
		return messagePayload({ ...text('Hi'), from: wa_id, from_user_id: user_id }, [contact]);
	};
	it.each<[string, string, object]>([
		['whose username is an allowed user ID', userId, from(contactNamed(userId.toLowerCase()))],
		[
			'whose username is an allowed phone number',
			`+${phoneNumber}`,
			from(contactNamed(phoneNumber)),
		],
		[
			'whose username is an allowed phone number with a plus',
			`+${phoneNumber}`,
			from(contactNamed(`+${phoneNumber}`)),
		],
		[
			'whose username is an allowed phone number with an at',
			`+${phoneNumber}`,
			from(contactNamed(`@${phoneNumber}`)),
		],
		[
			'whose profile name is an allowed username',
			'@pablo',
			from({ profile: { name: 'pablo', username: 'mallory' }, ...stranger }),
		],
		[
			'whose user ID is an allowed phone number',
			`+${phoneNumber}`,
			from(contactNamed('mallory', { user_id: phoneNumber })),
		],
		[
			'whose user ID is an allowed username',
			'@pablo',
			from(contactNamed('mallory', { user_id: 'pablo' })),
		],
		[
			'whose phone number is an allowed username',
			'@pablo',
			from(contactNamed('mallory', { wa_id: 'pablo' })),
		],
	])('from somebody %s does not pass the filter', async (_name, sender, body) => {
		const host = await start({ filters: { sender } });
		expect(await signedPost(host.webhookUrl(), JSON.stringify(body))).toBe(200);
		expect(host.executions).toEqual([]);
	});

	it.each<[string, object]>([
		['a message without a sender', payload(messagesChange({ messages: [text('Hi')] }))],
		[
			'a status without a recipient',
			payload(messagesChange({ statuses: [{ id: 'wamid.1', status: 'read', timestamp }] })),
		],
	])('about %s does not pass the filter for senders', async (_name, body) => {
		const host = await start({ filters: { sender: `+${phoneNumber}` } });
		expect(await signedPost(host.webhookUrl(), JSON.stringify(body))).toBe(200);
		expect(host.executions).toEqual([]);
	});

	it('for another account does not start a workflow of this account', async () => {
		const host = await start({ registration: 'account' });
		const change = messagesChange({ messages: [{ from: phoneNumber, ...text('Hi') }] });
		const other = {
			object: 'whatsapp_business_account',
			entry: [{ id: '999', changes: [change] }],
		};
		expect(await signedPost(host.webhookUrl(), JSON.stringify(other))).toBe(200);
		expect(host.executions).toEqual([]);
		expect(await signedPost(host.webhookUrl(), JSON.stringify(payload(change)))).toBe(200);
		expect(items(host)).toHaveLength(1);
	});

	describe('meets a pattern that takes years', () => {
		const bombs: Array<[string, string, (length: number) => string]> = [
			['nested', '(a+)+$', (length) => `${'a'.repeat(length)}!`],
			['alternatives', '^(a|a|b)*$', (length) => `${'a'.repeat(length)}!`],
			['words', String.raw`^(\w+\s?)*$`, (length) => `${'a'.repeat(length)}!`],
			['cubic', 'a*a*a*a*b', (length) => 'a'.repeat(length * 20)],
		];
		const delivery = (count: number, body: string) =>
			JSON.stringify(
				payload(
					messagesChange({
						messages: Array.from({ length: count }, (_none, index) => ({
							from: phoneNumber,
							...text(body, `wamid.${++started}.${index}`),
						})),
					}),
				),
			);

		it.each(bombs)(
			'(%s): no message passes, and the log has one line',
			async (_name, textPattern, bomb) => {
				const host = await start({ filters: { textPattern } });
				expect(await signedPost(host.webhookUrl(), delivery(20, bomb(60)))).toBe(200);
				expect(host.executions).toEqual([]);
				expect(host.log.length).toBeLessThanOrEqual(1);
			},
		);

		it.each(bombs)(
			'(%s): 20 messages cost little more than one',
			async (_name, textPattern, bomb) => {
				const host = await start({ filters: { textPattern } });
				const deliver = (count: number, body: string) => () =>
					signedPost(host.webhookUrl(), delivery(count, body));
				await deliver(1, 'harmless')();
				const one = await cpuTime(deliver(1, bomb(60)));
				const many = await cpuTime(deliver(20, bomb(60)));
				const harmless = await cpuTime(deliver(20, 'x'.repeat(60)));
				expect(many).toBeLessThan(Math.max(4 * one, 12 * harmless));
			},
		);

		it('which the workflow gets as the text of a filter', async () => {
			const host = await start({ filters: { textContains: 'x' } });
			await expectProportionate(
				(body) => signedPost(host.webhookUrl(), delivery(1, body)),
				(length) => 'a'.repeat(length),
			);
		});
	});

	it('with a reply token of 64 KB costs no more than another text', async () => {
		const host = await start();
		const tap = (id: string) =>
			JSON.stringify(
				messagePayload({
					id: `wamid.${++started}`,
					timestamp,
					type: 'interactive',
					interactive: { type: 'button_reply', button_reply: { id, title: 'Yes' } },
				}),
			);
		for (const hostile of [
			(length: number) => `n8nAnswer:${'a:'.repeat(length / 2)}`,
			(length: number) => `n8nAnswer:a:b:${'0'.repeat(length)}:c::`,
			(length: number) => 'n8nAnswer:'.repeat(length / 10),
			(length: number) => `n8nAnswer:1:%E0%A4%A:ab:q:0:${'9'.repeat(length)}:x`,
		]) {
			await expectProportionate((id) => signedPost(host.webhookUrl(), tap(id)), hostile);
		}
		expect(host.log).toEqual([]);
	});
});

/** The attacker sits between Meta and n8n, where TLS ends, and has signed requests of a Flow. */
describe('A request of a Flow', () => {
	const flowParameters = { events: ['flowDataExchange'] };
	const flowUrl = (host: TriggerHost, isTest = false) =>
		host.webhookUrl({ isTest }).replace(/webhook$/, 'flow');
	const request = {
		version: '3.0',
		action: 'data_exchange',
		screen: 'A',
		data: { seat: 1 },
		flow_token: 't',
	};
	let responses = 0;
	const startFlow = (more: INodeParameters = {}, credentials = credential) =>
		start(
			{ ...flowParameters, ...more },
			{
				credential: () => credentials,
				respondToFlow: ([item]) => {
					const { aesKey, initialVector } = item?.json.encryption as {
						aesKey: string;
						initialVector: string;
					};
					return encryptFlowResponse(
						{ screen: 'B', data: { number: ++responses } },
						{
							aesKey: Buffer.from(aesKey, 'base64'),
							initialVector: Buffer.from(initialVector, 'base64'),
						},
					);
				},
			},
		);
	const send = (url: string, body: string) =>
		post(url, body, { 'x-hub-signature-256': signed(body) });
	/** The encrypted responses that differ: two of one request would be under the same key and vector. */
	const ciphertexts = (received: Array<{ status: number; body: string }>) =>
		new Set(
			received.filter(({ status, body }) => status === 200 && body !== '').map(({ body }) => body),
		).size;

	it('that is sent again starts nothing, and gets no second response', async () => {
		const host = await startFlow();
		const { body } = encryptFlowRequest(flowKeys.publicKey, request);
		const received = [];
		for (let count = 0; count < 4; count++) received.push(await send(flowUrl(host), body));
		expect(received[0]?.status).toBe(200);
		expect(host.executions).toHaveLength(1);
		expect(ciphertexts(received)).toBe(1);
	});

	it('that is sent many times at once starts one execution', async () => {
		const host = await startFlow();
		const { body } = encryptFlowRequest(flowKeys.publicKey, request);
		const received = await Promise.all(Array.from({ length: 20 }, () => send(flowUrl(host), body)));
		expect(host.executions).toHaveLength(1);
		expect(ciphertexts(received)).toBe(1);
	});

	it('that is sent to the test URL and to the other gets no second response', async () => {
		const host = await startFlow();
		const { body } = encryptFlowRequest(flowKeys.publicKey, request);
		const received = [];
		for (const isTest of [false, true, false, true])
			received.push(await send(flowUrl(host, isTest), body));
		expect(ciphertexts(received)).toBe(1);
	});

	it('that is written differently, where signatures are not checked, is still the same', async () => {
		const host = await startFlow(
			{ triggerOptions: { acceptUnsigned: true } },
			secretCredential('http://127.0.0.1:1', { appSecret: '' }),
		);
		const { body } = encryptFlowRequest(flowKeys.publicKey, request);
		const fields = JSON.parse(body) as Record<string, string>;
		const received = [
			await post(flowUrl(host), body),
			await post(flowUrl(host), JSON.stringify(fields, null, 1)),
			await post(
				flowUrl(host),
				JSON.stringify(Object.fromEntries(Object.entries(fields).reverse())),
			),
			await post(flowUrl(host), JSON.stringify({ ...fields, extra: 1 })),
			await post(
				flowUrl(host),
				JSON.stringify(
					Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, `${value}\n`])),
				),
			),
			await post(
				flowUrl(host),
				JSON.stringify(
					Object.fromEntries(
						Object.entries(fields).map(([name, value]) => [
							name,
							value.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
						]),
					),
				),
			),
		];
		expect(host.executions).toHaveLength(1);
		expect(ciphertexts(received)).toBe(1);
	});

	const altered = (change: (fields: Record<string, string>) => object) => {
		const { body } = encryptFlowRequest(flowKeys.publicKey, request);
		return JSON.stringify(change(JSON.parse(body) as Record<string, string>));
	};
	const ofBytes = (count: number) => Buffer.alloc(count, 1).toString('base64');
	it.each<[string, () => string]>([
		...[0, 1, 11, 12, 15, 17, 32, 65_536].map((count): [string, () => string] => [
			`a vector of ${count} bytes`,
			() => altered((fields) => ({ ...fields, initial_vector: ofBytes(count) })),
		]),
		...[0, 1, 255, 257, 65_536].map((count): [string, () => string] => [
			`a key of ${count} bytes`,
			() => altered((fields) => ({ ...fields, encrypted_aes_key: ofBytes(count) })),
		]),
		...[0, 1, 15, 16, 17].map((count): [string, () => string] => [
			`data of ${count} bytes`,
			() => altered((fields) => ({ ...fields, encrypted_flow_data: ofBytes(count) })),
		]),
		['a vector that is a list', () => altered((fields) => ({ ...fields, initial_vector: [1] }))],
		['no vector', () => altered((fields) => ({ ...fields, initial_vector: undefined }))],
		[
			'keys that everything inherits',
			() => '{"__proto__":{"encrypted_aes_key":"a","polluted":"yes"}}',
		],
		[
			'fields nested 100,000 deep',
			() =>
				altered((fields) => ({ ...fields, initial_vector: 'MARK' })).replace(
					'"MARK"',
					`${'['.repeat(100_000)}${']'.repeat(100_000)}`,
				),
		],
	])('with %s is refused with 421', async (_name, body) => {
		const host = await startFlow();
		const response = await send(flowUrl(host), body());
		expect(response.status).toBe(421);
		expectNothing(host, response.body);
	});

	it.each([1, 12, 32])(
		'that was rightly encrypted with a vector of %i bytes is refused with 421',
		async (count) => {
			const host = await startFlow();
			const { createCipheriv, publicEncrypt, constants, randomBytes } = await import('node:crypto');
			const [aesKey, vector] = [randomBytes(16), randomBytes(count)];
			const cipher = createCipheriv('aes-128-gcm', aesKey, vector);
			const data = [cipher.update(JSON.stringify(request)), cipher.final(), cipher.getAuthTag()];
			const body = JSON.stringify({
				encrypted_flow_data: Buffer.concat(data).toString('base64'),
				encrypted_aes_key: publicEncrypt(
					{
						key: flowKeys.publicKey,
						padding: constants.RSA_PKCS1_OAEP_PADDING,
						oaepHash: 'sha256',
					},
					aesKey,
				).toString('base64'),
				initial_vector: vector.toString('base64'),
			});
			const response = await send(flowUrl(host), body);
			expect(response.status).toBe(421);
			expectNothing(host, response.body);
		},
	);

	it.each<[string, object]>([
		['a screen nested 100,000 deep', { ...request, screen: 'MARK' }],
		['an action that everything inherits', { ...request, action: '__proto__' }],
		[
			'data that everything inherits',
			JSON.parse('{"action":"data_exchange","data":{"__proto__":{"polluted":"yes"}}}'),
		],
		['no action', {}],
	])('with %s is not taken as a fault of the trigger', async (_name, flow) => {
		const host = await startFlow();
		const { body } = encryptFlowRequest(flowKeys.publicKey, flow);
		expect([200, 400, 421]).toContain((await send(flowUrl(host), body)).status);
		expect(host.log).toEqual([]);
	});
});

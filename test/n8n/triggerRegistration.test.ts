import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INode, INodeParameters } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import type { CredentialData } from '../../nodes/graphApi/connection';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { Listening } from '../../nodes/shared/conversation/listening';
import { publishedTrigger } from '../../nodes/shared/publishedTriggers';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { startServer } from '../support/server';
import type { TestServer } from '../support/server';
import { addAccount, keepOneNumber, tokenAlone } from '../support/tokenAlone';
import { TriggerHost } from '../support/triggerHost';
import type { TriggerHostOptions } from '../support/triggerHost';

const [number, otherNumber] = business.phoneNumbers;
const longUrl = `https://n8n.example.com/${'a'.repeat(200)}`;

let simulator: Simulator;
let credential: CredentialData;
const hosts: TriggerHost[] = [];

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());

beforeEach(async () => {
	await simulator.reset();
	credential = {
		accessToken: business.accessToken,
		phoneNumberId: number.id,
		businessAccountId: business.waba.id,
		appId: business.app.id,
		appSecret: business.app.secret,
		host: 'custom',
		baseUrl: simulator.url,
		apiVersion: 'v26.0',
	};
});
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
	processState.reset();
});

async function start(
	parameters: INodeParameters = {},
	publicUrl?: string,
	webhookId?: string,
): Promise<TriggerHost> {
	const options = { parameters, credential: () => credential, publicUrl, webhookId };
	const host = await TriggerHost.start(options);
	hosts.push(host);
	return host;
}

const overrideOf = (id: string) =>
	simulator.state.phoneNumbers.find((phoneNumber) => phoneNumber.id === id)?.override;

const posts = () =>
	simulator
		.requests()
		.filter(({ method }) => method === 'POST')
		.map(({ path }) => path.replace('/v26.0/', ''));

/** The error message of an activation that must fail; the editor shows nothing else. */
async function refusal(host: TriggerHost): Promise<string> {
	try {
		await host.activate();
	} catch (error) {
		const { name, message } = error as Error;
		expect(['NodeApiError', 'NodeOperationError']).toContain(name);
		// The page of the documentation, as text: an activation's error shows no link.
		expect(message).toMatch(/\(https:\/\/\S+\)$/);
		for (const secret of [business.accessToken, business.app.secret]) {
			expect(message).not.toContain(secret);
		}
		return message;
	}
	throw new Error('The activation did not fail');
}

describe('Activation of the trigger', () => {
	it('subscribes the app to the WABA and registers the callback URL that Meta verified', async () => {
		const host = await start();
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(overrideOf(otherNumber.id)).toBeUndefined();
		expect(simulator.state.waba.subscribed).toBe(true);
	});

	it('registers the number for what comes with the messages, and takes a filter of earlier versions', async () => {
		simulator.state.app.subscription = undefined;
		const host = await start({
			events: ['tracking_events', 'user_id_update'],
			filters: { messageTypes: ['chatOpened'] },
		});
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(simulator.state.app.subscription).toMatchObject({ fields: ['messages'] });
	});

	it('does nothing if the callback URL is registered', async () => {
		const host = await start();
		await host.activate();
		const before = posts();
		expect(await host.activate()).toBe('existed');
		expect(posts()).toEqual(before);
	});

	it('keeps a callback URL that was registered with another verify token', async () => {
		const host = await start();
		await host.activate();
		const override = overrideOf(number.id);
		// Meta sends the verify token only when a callback URL is registered.
		if (override) override.verifyToken = 'a former token';
		expect(await host.activate()).toBe('existed');
		await simulator.writeAs(business.customers[0].waId, { type: 'text', text: 'Hi' });
		await simulator.settled();
		expect(host.executions).toHaveLength(1);
	});

	it('registers again if Meta lost the callback URL', async () => {
		const host = await start();
		await host.activate();
		simulator.state.phoneNumbers.forEach((phoneNumber) => (phoneNumber.override = undefined));
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});

	it('uses the chosen number instead of the one in the credential', async () => {
		const host = await start({
			phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
		});
		await host.activate();
		expect(overrideOf(otherNumber.id)?.url).toBe(host.webhookUrl());
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('keeps the webhook override of the WABA if the app is subscribed', async () => {
		const { waba } = simulator.state;
		waba.subscribed = true;
		waba.override = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
		await (await start()).activate();
		expect(waba.override.url).toBe('https://elsewhere.example.com/');
		expect(posts()).toEqual([`${business.app.id}/subscriptions`, number.id]);
	});

	it('reports that app ID and app secret do not match if Meta refuses the app token', async () => {
		credential.appId = '42';
		expect(await refusal(await start({ registration: 'app' }))).toMatch(
			/Meta does not know the app ID, or the app secret belongs to another app/,
		);
	});

	it('asks for the app ID if subscribing could remove a webhook override of the WABA', async () => {
		credential.appId = '';
		simulator.addFaults({ kind: 'graphError', code: 100, path: '/debug_token' });
		const { waba } = simulator.state;
		waba.subscribed = true;
		waba.override = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
		expect(await refusal(await start())).toMatch(/^'App ID' is empty/);
		expect(waba.override.url).toBe('https://elsewhere.example.com/');
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('works without a WABA ID, even if it cannot be found', async () => {
		credential.businessAccountId = '';
		simulator.addFaults({ kind: 'graphError', code: 100, path: '/debug_token' });
		const host = await start();
		await host.activate();
		expect(posts()).toEqual([`${business.app.id}/subscriptions`, number.id]);
		expect(host.log.join()).toMatch(/unknown whether the app is subscribed to the account/);
	});

	it('works without an app secret if the option is on and a verify token is set', async () => {
		credential.appSecret = '';
		credential.webhookVerifyToken = 'a token of ours';
		const host = await start({ triggerOptions: { acceptUnsigned: true } });
		await host.activate();
		expect(overrideOf(number.id)).toEqual({
			url: host.webhookUrl(),
			verifyToken: 'a token of ours',
		});
	});
});

describe('Publishing while nothing can arrive', () => {
	const elsewhere = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
	const write = async () => {
		await simulator.writeAs(business.customers[0].waId, { type: 'text', text: 'Hello' });
		await simulator.settled();
	};

	it.each(['automatic', 'phoneNumber', 'account'])(
		'subscribes an app without a callback URL to the fields with the registration %s',
		async (registration) => {
			const host = await start({ registration });
			await host.activate();
			expect(simulator.state.app.subscription).toMatchObject({
				url: host.webhookUrl(),
				fields: ['messages'],
			});
			await write();
			expect(host.executions).toHaveLength(1);
			expect(host.log).toEqual([]);
		},
	);

	it("adds fields if the app's callback URL is the trigger's", async () => {
		const host = await start();
		await host.activate();
		(host.workflow.getNode('Trigger') as INode).parameters.events = ['messages', 'calls'];
		await host.activate();
		expect(simulator.state.app.subscription?.fields).toEqual(['messages', 'calls']);
	});

	it('fails if the app is subscribed to none of the fields, and replaces nothing', async () => {
		simulator.state.app.subscription = { ...elsewhere, fields: ['account_update'] };
		expect(await refusal(await start())).toMatch(
			/^'Events' cannot arrive.*\(messages\)\. Subscribe the app.*'Account: Check Setup'/,
		);
		expect(simulator.state.app.subscription.fields).toEqual(['account_update']);
		expect(overrideOf(number.id)).toBeUndefined();
	});

	describe("with the verify token of the app's callback URL", () => {
		let theirs: TestServer;
		beforeAll(async () => {
			theirs = await startServer(({ url }, response) => {
				const query = new URL(url, 'http://theirs').searchParams;
				const isRight = query.get('hub.verify_token') === 'their token';
				response.writeHead(isRight ? 200 : 403).end(query.get('hub.challenge'));
			});
		});
		afterAll(() => theirs.stop());
		const subscription = () => ({ url: theirs.url, verifyToken: 'their token' });

		it.each<[string, string[], string[], INodeParameters?]>([
			['none of', ['account_update'], ['messages', 'calls']],
			['some of', ['account_update', 'messages'], ['messages', 'calls']],
			['those of an option of', ['messages'], ['messages'], { pauseWhilePersonReplies: 60 }],
		])(
			'subscribes to the fields if the app has %s them, and keeps its URL and fields',
			async (_which, fields, events, options = {}) => {
				simulator.state.app.subscription = { ...subscription(), fields };
				const host = await start({
					events,
					triggerOptions: { appVerifyToken: ' their token ', ...options },
				});
				await host.activate();
				const { app } = simulator.state;
				expect(app.subscription).toMatchObject({
					...subscription(),
					fields: expect.arrayContaining([...fields, ...events]) as string[],
				});
				expect(app.subscription?.fields.length).toBeGreaterThan(fields.length);
				expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
				expect(host.log).toEqual([]);
				await write();
				expect(host.executions).toHaveLength(1);
			},
		);

		it('is refused with a wrong one, which the error does not show', async () => {
			simulator.state.app.subscription = { ...subscription(), fields: ['account_update'] };
			const triggerOptions = { appVerifyToken: 'wrong token' };
			const message = await refusal(await start({ triggerOptions }));
			expect(message).toMatch(
				/^'Verify Token of the App' is not that of http:.* webhook fields messages\. Correct it, or subscribe/,
			);
			expect(message).not.toContain('wrong token');
			expect(simulator.state.app.subscription).toEqual({
				...subscription(),
				fields: ['account_update'],
			});
			expect(overrideOf(number.id)).toBeUndefined();
		});

		it('is offered without it, and Meta does not get to know ours', async () => {
			simulator.state.app.subscription = { ...subscription(), fields: ['account_update'] };
			theirs.received.length = 0;
			expect(await refusal(await start())).toMatch(
				/enter the verify token of the app's callback URL, which is http:.*, in the option 'Verify Token of the App'/,
			);
			expect(theirs.received).toEqual([]);
		});
	});

	it('names in the log what does not arrive if the rest does', async () => {
		simulator.state.app.subscription = { ...elsewhere, fields: ['messages'] };
		const host = await start({ events: ['messages', 'calls'] });
		await host.activate();
		expect(host.log).toEqual([
			expect.stringMatching(/does not send the webhook fields calls\..*'Account: Check Setup'/),
		]);
		await write();
		expect(host.executions).toHaveLength(1);
	});

	describe('with options that need further webhook fields', () => {
		const triggerOptions = { pauseWhilePersonReplies: 60, noteOptOuts: 'STOP' };
		const wanted = ['message_echoes', 'messages', 'smb_message_echoes', 'user_preferences'];

		it.each(['automatic', 'app'])(
			'subscribes to them, and keeps to the number: %s',
			async (registration) => {
				const host = await start({ registration, triggerOptions });
				await host.activate();
				expect(simulator.state.app.subscription).toMatchObject({ url: host.webhookUrl() });
				expect(simulator.state.app.subscription?.fields.sort()).toEqual(wanted);
				const isForNumber = registration === 'automatic';
				expect(overrideOf(number.id)?.url).toBe(isForNumber ? host.webhookUrl() : undefined);
				expect(host.log).toEqual([]);
			},
		);

		it('adds them when an option is added', async () => {
			const host = await start();
			await host.activate();
			(host.workflow.getNode('Trigger') as INode).parameters.triggerOptions = triggerOptions;
			expect(await host.activate()).toBe('existed');
			expect(simulator.state.app.subscription?.fields.sort()).toEqual(wanted);
		});

		it("names in the log what does not arrive because of somebody else's callback URL", async () => {
			simulator.state.app.subscription = { ...elsewhere, fields: ['messages', 'message_echoes'] };
			const host = await start({ triggerOptions });
			await host.activate();
			expect(host.log).toEqual([
				expect.stringMatching(/fields user_preferences only to the callback URL of the Meta app/),
				expect.stringMatching(/does not send the webhook fields smb_message_echoes\. Subscribe/),
			]);
			expect(simulator.state.app.subscription.url).toBe(elsewhere.url);
		});

		it('fails if nothing that an option needs arrives, and names the option', async () => {
			simulator.state.app.subscription = { ...elsewhere, fields: ['messages'] };
			expect(await refusal(await start({ triggerOptions }))).toMatch(
				/^'Pause While a Person Replies' cannot work, because the Meta app is not subscribed to its webhook fields \(smb_message_echoes, message_echoes\)\. Subscribe the app to them .*, or remove the option\..*'Account: Check Setup'/,
			);
			expect(simulator.state.app.subscription.fields).toEqual(['messages']);
			expect(overrideOf(number.id)).toBeUndefined();
		});

		it('fails if only they arrive, and no event', async () => {
			simulator.state.app.subscription = { ...elsewhere, fields: ['message_echoes'] };
			expect(await refusal(await start({ triggerOptions }))).toMatch(/^'Events' cannot arrive/);
		});

		it('refuses a pause of an invalid length', async () => {
			const options = { pauseWhilePersonReplies: 0 };
			expect(await refusal(await start({ triggerOptions: options }))).toMatch(
				/^'Pause While a Person Replies' is not a number from 1 to 43200/,
			);
		});
	});

	it('fails if the number is not registered', async () => {
		simulator.state.phoneNumbers.forEach((phoneNumber) => (phoneNumber.registered = false));
		expect(await refusal(await start())).toMatch(
			/^'Phone Number' 106540352242922 is not registered \(DISCONNECTED, NOT_APPLICABLE\).*'Phone Number: Register'/,
		);
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('checks a registered callback URL, too', async () => {
		const host = await start();
		await host.activate();
		simulator.state.waba.subscribed = false;
		expect(await host.activate()).toBe('existed');
		expect(simulator.state.waba.subscribed).toBe(true);
		simulator.state.app.subscription = { ...elsewhere, fields: [] };
		expect(await refusal(host)).toMatch(/^'Events' cannot arrive/);
	});

	it('keeps a published trigger when n8n starts while nothing arrives for a time', async () => {
		const host = await start();
		await host.activate();
		simulator.state.phoneNumbers.forEach((phoneNumber) => (phoneNumber.registered = false));
		expect(await host.activate({ isStart: true })).toBe('existed');
		expect(host.log.join()).toMatch(/is not registered.*'Account: Check Setup'/);
		expect(await refusal(host)).toMatch(/is not registered/);
		simulator.state.phoneNumbers.forEach((phoneNumber) => (phoneNumber.registered = true));
		await write();
		expect(host.executions).toHaveLength(1);
	});

	it.each<[string, Partial<CredentialData>, string, RegExp]>([
		[
			'the account',
			{},
			'/subscribed_apps$',
			/unknown whether the app is subscribed to the account/,
		],
		[
			'the app',
			{},
			'/subscriptions$',
			/unknown whether the app is subscribed to the webhook fields/,
		],
		['the app without its ID', { appId: '' }, '/debug_token$', /'App ID' or 'App Secret' is empty/],
		['an app that Meta does not know', { appId: '42' }, '-', /does not know the app ID/],
	])('goes on if it cannot read %s, and says so in the log', async (_, changes, path, line) => {
		Object.assign(credential, changes);
		simulator.addFaults({ kind: 'graphError', code: 200, path, method: 'GET' });
		const host = await start();
		expect(await host.activate()).toBe('created');
		expect(host.log.join('\n')).toMatch(line);
		expect(host.log.join('\n')).not.toContain(business.app.secret);
	});
});

describe('an activation with the token and the app secret alone', () => {
	beforeEach(() => {
		credential = tokenAlone(simulator.url, { appSecret: business.app.secret });
	});

	it('registers the only number', async () => {
		keepOneNumber(simulator);
		const host = await start();
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(posts()).toEqual([
			`${business.waba.id}/subscribed_apps`,
			`${business.app.id}/subscriptions`,
			number.id,
		]);
		expect(host.log).toEqual([]);
		expect(await host.activate()).toBe('existed');
	});

	it('does not subscribe again, or remove the webhook override of another app', async () => {
		keepOneNumber(simulator);
		const { waba } = simulator.state;
		waba.subscribed = true;
		waba.override = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
		await (await start()).activate();
		expect(posts()).toEqual([`${business.app.id}/subscriptions`, number.id]);
	});

	it('registers the number chosen among several, and subscribes its account', async () => {
		const second = addAccount(simulator);
		const chosen = { __rl: true, mode: 'id', value: otherNumber.id };
		await (await start({ phoneNumberId: chosen })).activate();
		expect(posts()).toEqual([
			`${second}/subscribed_apps`,
			`${business.app.id}/subscriptions`,
			otherNumber.id,
		]);
	});

	it.each(['created', 'existed'])(
		'receives events of the number only, if its registration was %s',
		async (outcome) => {
			const [spare] = simulator.state.phoneNumbers.splice(1);
			const host = await start();
			expect(await host.activate()).toBe('created');
			if (outcome === 'existed') {
				// n8n ended before it stored what the activation remembers.
				host.workflow.staticData = {};
				expect(await host.activate()).toBe('existed');
			}
			if (spare) simulator.state.phoneNumbers.push(spare);
			for (const { id } of [otherNumber, number]) {
				const text = { type: 'text', text: id, phoneNumberId: id } as const;
				await simulator.writeAs(business.customers[0].waId, text);
				await simulator.settled();
			}
			const received = host.executions.flat().map(({ json }) => json.phoneNumberId);
			expect(received).toEqual([number.id]);
		},
	);

	it('registers the account', async () => {
		const host = await start({ registration: 'account' });
		await host.activate();
		expect(simulator.state.waba.override?.url).toBe(host.webhookUrl());
	});

	it('registers the app', async () => {
		const host = await start({ events: ['security'] });
		await host.activate();
		expect(simulator.state.app.subscription?.url).toBe(host.webhookUrl());
	});

	it.each<[string, INodeParameters, () => unknown, RegExp]>([
		[
			'several numbers',
			{},
			() => undefined,
			/^'Phone Number ID' is empty.* 2 numbers: .*choose one in 'Phone Number'/,
		],
		[
			'several accounts',
			{ registration: 'account' },
			() => addAccount(simulator),
			/^'WhatsApp Business Account ID' is empty.* 2 WhatsApp Business Accounts: .*Fill it in there/,
		],
		[
			'no app',
			{ events: ['security'] },
			() => simulator.addFaults({ kind: 'graphError', code: 100, path: '/debug_token' }),
			/^'App ID' is empty/,
		],
	])('names what to choose for %s', async (_name, parameters, prepare, message) => {
		prepare();
		expect(await refusal(await start(parameters))).toMatch(message);
		expect(posts()).toEqual([]);
	});
});

describe('an invalid activation', () => {
	it.each<[string, Partial<CredentialData>, INodeParameters, string | undefined, RegExp]>([
		[
			'without an app secret',
			{ appSecret: ' ' },
			{},
			undefined,
			/^'App Secret' is empty.*\. Fill it in there/,
		],
		[
			'without an app secret and a verify token',
			{ appSecret: '' },
			{ triggerOptions: { acceptUnsigned: true } },
			undefined,
			/^'Webhook Verify Token' is empty/,
		],
		[
			'that forwards to an invalid URL',
			{},
			{ triggerOptions: { forwardTo: 'chat.example.com' } },
			undefined,
			/^'Forward To \(URL\)' is not a valid URL/,
		],
		[
			'that forwards to itself',
			{},
			{ triggerOptions: { forwardTo: 'https://n8n.example.com/webhook/webhook-id/webhook' } },
			'https://n8n.example.com',
			/^'Forward To \(URL\)' is the webhook URL of this trigger itself/,
		],
		[
			'that forwards without an app secret',
			{ appSecret: '', webhookVerifyToken: 'x' },
			{ triggerOptions: { acceptUnsigned: true, forwardTo: 'https://chat.example.com' } },
			undefined,
			/^'Forward To \(URL\)' needs an app secret in the credential/,
		],
		['without a token', { accessToken: '' }, {}, undefined, /no access token/],
		[
			'with a phone number instead of an ID',
			{},
			{ phoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } },
			undefined,
			/^'Phone Number' is not a phone number ID/,
		],
		[
			'with an object instead of an ID',
			{},
			{ phoneNumberId: { __rl: true, mode: 'id', value: '={{ ({ id: 1 }) }}' } },
			undefined,
			/^'Phone Number' is not a phone number ID/,
		],
		['without an event', {}, { events: [] }, undefined, /^'Events' is empty/],
		[
			'with an invalid pattern',
			{},
			{ filters: { textPattern: '(' } },
			undefined,
			/^'Text Matches Pattern' is not a regular expression/,
		],
		[
			'with an invalid sender',
			{},
			{ filters: { sender: '0171 1234567' } },
			undefined,
			/^'Sender' contains an entry that is not a phone number/,
		],
		[
			'with a long text for late replies',
			{},
			{ triggerOptions: { lateReplyText: 'x'.repeat(4097) } },
			undefined,
			/^'Text for Late Replies' has 4097 characters/,
		],
		[
			'with events a number does not get',
			{},
			{ registration: 'phoneNumber', events: ['messages', 'security'] },
			undefined,
			/^'Registration' is set to 'Phone Number'.*: Security\. Choose/,
		],
		['with a long URL', {}, {}, longUrl, /^'Webhook URL' has \d+ characters/],
		['with plain http', {}, {}, 'http://n8n.example.com', /https URLs only/],
	])('fails %s before a request to Meta', async (_, changes, parameters, publicUrl, message) => {
		Object.assign(credential, changes);
		expect(await refusal(await start(parameters, publicUrl))).toMatch(message);
		expect(simulator.requests()).toEqual([]);
	});

	it('reports an invalid token', async () => {
		credential.accessToken = 'EAAWRONG';
		expect(await refusal(await start())).toMatch(/token.*'Account: Check Setup'/i);
	});

	it('names the URL that Meta could not verify', async () => {
		const host = await start({}, 'http://127.0.0.1:1');
		const message = await refusal(host);
		expect(message).toContain(host.webhookUrl());
		expect(message).toMatch(/Check that this URL can be reached from the internet/);
		expect(overrideOf(number.id)).toBeUndefined();
	});
});

describe('deactivation', () => {
	it.each([
		['phoneNumber', number.id],
		['account', undefined],
	])('is noted, as customers may write meanwhile (%s)', async (registration, phoneNumberId) => {
		const memory = memoryOf(credential);
		const isComplete = () => new Listening(memory).isComplete(number.id);
		const host = await start({ registration });
		await host.activate();
		await host.takeDown();
		await host.activate();
		expect(await isComplete()).toBe(true);
		await host.deactivate();
		expect(await memory.get(`listening:${phoneNumberId ?? ''}`)).toBe('off');
		expect(await isComplete()).toBe(false);
		await host.activate();
		expect(await memory.get(`listening:${phoneNumberId ?? ''}`)).toBe('on again');
	});

	it('removes the callback URL', async () => {
		const host = await start();
		await host.activate();
		expect(await host.deactivate()).toBe(true);
		expect(overrideOf(number.id)).toBeUndefined();
		expect(simulator.state.waba.subscribed).toBe(true);
	});

	it('keeps the callback URL for some seconds, in which a new version may be published', async () => {
		const host = await start();
		await host.activate();
		const before = simulator.requests().length;
		await host.takeDown();
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(await host.activate()).toBe('existed');
		await host.passRemovalDelay();
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(
			simulator
				.requests()
				.slice(before)
				.map(({ method }) => method),
		).not.toContain('POST');
	});

	it('removes the callback URL at once if a new version registers elsewhere', async () => {
		const host = await start();
		await host.activate();
		await host.takeDown();
		const { parameters } = host.workflow.getNode('Trigger') as INode;
		parameters.registration = 'account';
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)).toBeUndefined();
		expect(simulator.state.waba.override?.url).toBe(host.webhookUrl());
		await host.passRemovalDelay();
		expect(simulator.state.waba.override?.url).toBe(host.webhookUrl());
	});

	it.each([
		['phoneNumber', number.id],
		['account', undefined],
	])('lets another trigger replace it at once, without a gap (%s)', async (registration, id) => {
		const [first, second] = await Promise.all([start({ registration }), start({ registration })]);
		const url = () => (id === undefined ? simulator.state.waba.override : overrideOf(id))?.url;
		await first.activate();
		await first.takeDown();
		const before = posts().length;
		await second.activate();
		const registered = id ?? `${business.waba.id}/subscribed_apps`;
		expect(
			posts()
				.slice(before)
				.filter((path) => path === registered),
		).toHaveLength(1);
		for (const host of [first, second]) await host.passRemovalDelay();
		expect(url()).toBe(second.webhookUrl());
		expect(await new Listening(memoryOf(credential)).isComplete(number.id)).toBe(true);
	});

	it('removes it as planned if the trigger that was to replace it could not be published', async () => {
		const [first, second] = [await start(), await start({}, 'http://127.0.0.1:1', 'second')];
		await first.activate();
		await first.takeDown();
		await refusal(second);
		expect(overrideOf(number.id)?.url).toBe(first.webhookUrl());
		await first.passRemovalDelay();
		expect(overrideOf(number.id)).toBeUndefined();
		expect(await new Listening(memoryOf(credential)).isComplete(number.id)).toBe(false);
	});

	it('is noted in the memory of a trigger that one with another memory replaces at once', async () => {
		const [first, second] = [await start(), await start()];
		const memory = memoryOf(credential);
		await first.activate();
		await first.takeDown();
		credential.redisUrl = 'redis://127.0.0.1:1';
		await second.activate();
		expect(overrideOf(number.id)?.url).toBe(second.webhookUrl());
		expect(await new Listening(memory).isComplete(number.id)).toBe(false);
	});

	it('removes it before a test run of another trigger', async () => {
		const [first, second] = [await start(), await start()];
		await first.activate();
		await first.takeDown();
		await second.activate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(second.webhookUrl({ isTest: true }));
		await second.deactivate({ isTest: true });
		expect(overrideOf(number.id)).toBeUndefined();
		expect(await new Listening(memoryOf(credential)).isComplete(number.id)).toBe(false);
	});

	it('keeps fields that were chosen for the app when a new version is published', async () => {
		const host = await start({ registration: 'app' });
		await host.activate();
		const chosen = () => simulator.state.app.subscription?.fields;
		chosen()?.push('some_new_field');
		await host.takeDown();
		await host.activate();
		await host.passRemovalDelay();
		expect(chosen()).toContain('some_new_field');
	});

	it("keeps someone else's callback URL", async () => {
		const first = await start();
		const second = await start({ triggerOptions: { takeOver: true } });
		await first.activate();
		await second.activate();
		expect(await first.deactivate()).toBe(true);
		expect(overrideOf(number.id)?.url).toBe(second.webhookUrl());
	});

	it('removes the callback URL of the registered number', async () => {
		const host = await start();
		await host.activate();
		credential.phoneNumberId = otherNumber.id;
		await host.deactivate();
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('that Meta refuses is logged without a secret and does not throw', async () => {
		const host = await start();
		await host.activate();
		credential.accessToken = business.expiredAccessToken;
		await host.deactivate();
		expect(host.log.join()).toMatch(/could not remove its callback URL/);
		expect(host.log.join()).not.toContain(credential.accessToken);
	});
});

describe('a trigger that was unpublished some seconds before another is published', () => {
	const both = async (old: INodeParameters, next: INodeParameters, publicUrl?: string) => {
		const first = await start(old);
		await first.activate();
		await first.takeDown();
		first.servesProduction = false;
		return [first, await start(next, publicUrl, 'second')] as const;
	};
	const write = async () => {
		await simulator.writeAs(business.customers[0].waId, { type: 'text', text: 'Hello' });
		await simulator.settled();
	};

	it.each([
		['phoneNumber', 'app'],
		['account', 'app'],
		['app', 'phoneNumber'],
		['app', 'account'],
		['app', 'app'],
	])('leaves it all messages (%s, then %s)', async (old, next) => {
		const [first, second] = await both({ registration: old }, { registration: next });
		expect(await second.activate()).toBe('created');
		await first.passRemovalDelay();
		expect([overrideOf(number.id), simulator.state.waba.override]).not.toContainEqual(
			expect.objectContaining({ url: first.webhookUrl() }),
		);
		await write();
		expect(second.executions).toHaveLength(1);
		expect(second.log).toEqual([]);
	});

	const optOuts = { triggerOptions: { noteOptOuts: 'STOP' } };

	it.each<[string, INodeParameters, INodeParameters, string[]]>([
		['that lacks fields', {}, { events: ['messages', 'calls'] }, ['calls', 'messages']],
		['no other receives a field', optOuts, optOuts, ['messages', 'user_preferences']],
	])('leaves it the callback URL of the app if %s', async (_why, old, next, fields) => {
		const [first, second] = await both({ registration: 'app', ...old }, next);
		simulator.state.app.subscription?.fields.push('some_new_field');
		await second.activate();
		await first.passRemovalDelay();
		const { subscription } = simulator.state.app;
		expect(subscription?.url).toBe(second.webhookUrl());
		expect(subscription?.fields.sort()).toEqual([...fields, 'some_new_field'].sort());
		expect(second.log).toEqual([]);
		expect(await new Listening(memoryOf(credential)).isComplete(otherNumber.id)).toBe(false);
	});

	it('leaves the app as it was after a test run of the other', async () => {
		const [first, second] = await both({ registration: 'app' }, {});
		await second.activate({ isTest: true });
		await first.passRemovalDelay();
		await write();
		expect(second.modes).toEqual(['manual']);
		await second.deactivate({ isTest: true });
		expect(simulator.state.app.subscription).toBeUndefined();
	});

	it('stays if it is published again before the other fails', async () => {
		let publishAgain = (): Promise<unknown> => Promise.resolve();
		const unreachable = await startServer((_request, response) => {
			void publishAgain().then(() => response.writeHead(404).end());
		});
		try {
			const [first, second] = await both({}, {}, unreachable.url);
			publishAgain = () => first.activate();
			await refusal(second);
			expect(unreachable.received).toHaveLength(1);
			await first.passRemovalDelay();
			expect(overrideOf(number.id)?.url).toBe(first.webhookUrl());
		} finally {
			await unreachable.stop();
		}
	});
});

it('unpublishing keeps the subscription of the app while another trigger of it is published', async () => {
	const first = await start({ registration: 'app' });
	const second = await start({}, undefined, 'second');
	for (const host of [first, second]) await host.activate();
	await first.deactivate();
	await simulator.writeAs(business.customers[0].waId, { type: 'text', text: 'Hello' });
	await simulator.settled();
	expect(second.executions).toHaveLength(1);
	expect(await new Listening(memoryOf(credential)).isComplete(otherNumber.id)).toBe(false);
});

/** Production and test runs are not in one process: the test run replaces production at Meta. */
describe('a test run in queue mode', () => {
	const mode = process.env.EXECUTIONS_MODE;
	beforeAll(() => (process.env.EXECUTIONS_MODE = 'queue'));
	afterAll(() => {
		if (mode === undefined) delete process.env.EXECUTIONS_MODE;
		else process.env.EXECUTIONS_MODE = mode;
	});

	it('replaces the callback URL and restores it afterwards', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl({ isTest: true }));
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		await host.deactivate();
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('removes its callback URL if there was none before', async () => {
		const host = await start();
		await host.activate({ isTest: true });
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('that was aborted is undone when n8n activates the workflow again', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		host.restart();
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});

	it('after an aborted one restores the production URL', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		host.restart();
		await host.activate({ isTest: true });
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});

	it('restores nothing if the workflow was unpublished meanwhile', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		await host.deactivate();
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl({ isTest: true }));
		host.servesProduction = false;
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('keeps the callback URL of a workflow that was published meanwhile', async () => {
		const host = await start();
		await host.activate({ isTest: true });
		await host.activate();
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});

	it.each(['phoneNumber', 'account', 'app'])(
		"replaces someone else's callback URL of %s only with the option, and tells it no verify token",
		async (registration) => {
			const { app, waba } = simulator.state;
			const asked: string[] = [];
			const stranger = createServer((request, response) => {
				const { searchParams } = new URL(request.url ?? '', 'http://stranger');
				asked.push(request.url ?? '');
				response.end(searchParams.get('hub.challenge'));
			});
			await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
			const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/webhook`;
			const theirs = { url, verifyToken: 'theirs' };
			for (const phoneNumber of simulator.state.phoneNumbers) phoneNumber.override = theirs;
			Object.assign(waba, { subscribed: true, override: theirs });
			app.subscription = { ...theirs, fields: ['messages'] };
			const registered = () =>
				({ phoneNumber: overrideOf(number.id), account: waba.override, app: app.subscription })[
					registration
				]?.url;
			try {
				const host = await start({ registration });
				await expect(host.activate({ isTest: true })).rejects.toThrow(/Take Over/);
				expect(registered()).toBe(url);
				const eager = await start({ registration, triggerOptions: { takeOver: true } });
				await eager.activate({ isTest: true });
				expect(registered()).toBe(eager.webhookUrl({ isTest: true }));
				await eager.deactivate({ isTest: true });
				expect(registered()).toBeUndefined();
				expect(asked).toEqual([]);
				expect(eager.log.join()).toContain(`before the test run: ${url}. Meta asks for`);
			} finally {
				await new Promise((resolve) => stranger.close(resolve));
			}
		},
	);

	it.each(['account', 'app'])(
		'replaces and restores the callback URL with the registration %s',
		async (registration) => {
			const { app, waba } = simulator.state;
			const host = await start({ registration });
			const registered = () => (registration === 'app' ? app.subscription : waba.override)?.url;
			await host.activate();
			await host.activate({ isTest: true });
			expect(registered()).toBe(host.webhookUrl({ isTest: true }));
			await host.deactivate({ isTest: true });
			expect(registered()).toBe(host.webhookUrl());
		},
	);
});

describe('a test run', () => {
	const write = async (text: string) => {
		await simulator.writeAs(business.customers[0].waId, { type: 'text', text });
		await simulator.settled();
	};
	const texts = (host: TriggerHost) => host.executions.map(([item]) => item?.json.text);

	it('receives deliveries of production while it waits, without a request to Meta', async () => {
		const host = await start();
		await host.activate();
		const before = posts();
		await host.activate({ isTest: true });
		await write('to the test');
		expect(await host.deactivate({ isTest: true })).toBe(true);
		await write('to production');
		expect(texts(host)).toEqual(['to the test', 'to production']);
		expect(host.modes).toEqual(['manual', 'webhook']);
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(posts()).toEqual(before);
	});

	it('leaves events that its draft ignores to production and keeps waiting', async () => {
		const host = await start();
		await host.activate();
		const { parameters } = host.workflow.getNode('Trigger') as INode;
		await host.activate({ isTest: true });
		host.onTest = (isTest) => {
			parameters.filters = isTest ? { textContains: 'draft' } : {};
		};
		for (const text of ['one', 'draft', 'two']) await write(text);
		expect(texts(host)).toEqual(['one', 'draft', 'two']);
		expect(host.modes).toEqual(['webhook', 'manual', 'webhook']);
	});

	it('takes one of several concurrent deliveries and leaves the others to production', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		await Promise.all(['a', 'b', 'c', 'd', 'e'].map(write));
		expect(texts(host).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(host.modes.filter((mode) => mode === 'manual')).toHaveLength(1);
	});

	it('that ended without a call of n8n takes nothing', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		host.servesTest = false;
		await write('one');
		host.servesTest = true;
		await write('two');
		expect(texts(host)).toEqual(['one', 'two']);
		expect(host.modes).toEqual(['webhook', 'webhook']);
	});

	it('of another workflow receives nothing', async () => {
		const [host, other] = [await start(), await start({ registration: 'byHand' })];
		await host.activate();
		await other.activate({ isTest: true });
		await write('mine');
		expect([texts(host), texts(other)]).toEqual([['mine'], []]);
		await other.deactivate({ isTest: true });
	});

	it.each(['account', 'app', 'byHand'])('works with the registration %s', async (registration) => {
		const host = await start({ registration });
		await host.activate();
		if (registration === 'byHand') {
			Object.assign(simulator.state.waba, { subscribed: true });
			simulator.state.app.subscription = {
				url: host.webhookUrl(),
				verifyToken: 'x',
				fields: ['messages'],
			};
		}
		await host.activate({ isTest: true });
		await write('to the test');
		await host.deactivate({ isTest: true });
		expect(host.modes).toEqual(['manual']);
	});

	it('of an unpublished workflow registers its URL while it runs', async () => {
		const host = await start();
		await host.activate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl({ isTest: true }));
		await write('to the test');
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)).toBeUndefined();
		expect(host.modes).toEqual(['manual']);
	});

	it.each(['phoneNumber', 'account'])(
		'leaves an app without a callback URL as it was, with the registration %s',
		async (registration) => {
			const host = await start({ registration });
			await host.activate({ isTest: true });
			await write('to the test');
			expect(host.modes).toEqual(['manual']);
			await host.deactivate({ isTest: true });
			expect(simulator.state.app.subscription).toBeUndefined();
		},
	);

	it("leaves someone else's callback URL of the app", async () => {
		const theirs = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
		simulator.state.app.subscription = { ...theirs, fields: ['messages'] };
		const host = await start();
		await host.activate({ isTest: true });
		await host.deactivate({ isTest: true });
		expect(simulator.state.app.subscription.url).toBe(theirs.url);
	});

	it('removes from the app what an aborted one left there', async () => {
		const host = await start();
		await host.activate({ isTest: true });
		host.restart();
		await host.activate({ isTest: true });
		host.servesProduction = false;
		await host.deactivate({ isTest: true });
		expect(simulator.state.app.subscription).toBeUndefined();
	});

	it('that was aborted leaves no URL of a test run to the app once the workflow is published', async () => {
		const host = await start();
		await host.activate({ isTest: true });
		host.restart();
		await host.activate();
		expect(simulator.state.app.subscription?.url).toBe(host.webhookUrl());
	});
});

describe("someone else's registration", () => {
	const theirs = { url: 'https://elsewhere.example.com/hook', verifyToken: 'x' };
	const register = {
		phoneNumber: () => {
			for (const phoneNumber of simulator.state.phoneNumbers) phoneNumber.override = theirs;
		},
		account: () => Object.assign(simulator.state.waba, { subscribed: true, override: theirs }),
		app: () => (simulator.state.app.subscription = { ...theirs, fields: ['messages', 'security'] }),
	};
	const registered = {
		phoneNumber: () => overrideOf(number.id)?.url,
		account: () => simulator.state.waba.override?.url,
		app: () => simulator.state.app.subscription?.url,
	};

	it.each(['phoneNumber', 'account', 'app'] as const)(
		'for %s is kept, and the error names its URL',
		async (registration) => {
			register[registration]();
			const message = await refusal(await start({ registration }));
			expect(message).toContain(theirs.url);
			expect(message).toMatch(/Take Over Existing Registration/);
			expect(registered[registration]()).toBe(theirs.url);
			expect(posts()).toEqual([]);
		},
	);

	it.each(['phoneNumber', 'account', 'app'] as const)(
		'for %s is replaced with the option',
		async (registration) => {
			register[registration]();
			const host = await start({ registration, triggerOptions: { takeOver: true } });
			await host.activate();
			expect(registered[registration]()).toBe(host.webhookUrl());
			await host.deactivate();
			expect(registered[registration]()).toBeUndefined();
		},
	);

	it('does not include what this trigger registered under a former URL of n8n', async () => {
		const host = await start();
		await host.activate();
		host.options.publicUrl = host.url.replace('127.0.0.1', 'localhost');
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});
});

describe("another workflow's registration", () => {
	const second = async (first: TriggerHost, more: Partial<TriggerHostOptions> = {}) => {
		const { parameters = {} } = more;
		const host = await TriggerHost.start({
			credential: () => credential,
			publicUrl: first.url,
			webhookId: 'second',
			workflow: 'Bot',
			...more,
			parameters,
		});
		hosts.push(host);
		return host;
	};
	const first = async (parameters: INodeParameters = {}) => {
		const options = { credential: () => credential, workflow: 'Two-way conversation' };
		const host = await TriggerHost.start({ ...options, parameters });
		hosts.push(host);
		await host.activate();
		return host;
	};
	const takeOver = { parameters: { triggerOptions: { takeOver: true } } };

	it('is named, with the number and what to do', async () => {
		const message = await refusal(await second(await first()));
		expect(message).toContain(
			`'Registration' is not possible: another workflow of this n8n ("Two-way conversation") already receives the messages of ${number.displayPhoneNumber}. Unpublish it, or put both into one workflow with a Switch node.`,
		);
		expect(message).not.toMatch(/webhook-id|http:/);
	});

	it('is not named after a restart that did not publish it', async () => {
		const host = await first();
		processState.reset();
		expect(await refusal(await second(host))).toContain(
			': another workflow of this n8n already receives the messages of',
		);
	});

	it('of the same workflow is another trigger', async () => {
		const message = await refusal(
			await second(await first(), { workflow: 'Two-way conversation' }),
		);
		expect(message).toContain('another trigger of this workflow ("Trigger") already receives');
	});

	it('that is taken over is named in the log, and told at its next test and publication', async () => {
		const old = await first();
		const host = await second(old, takeOver);
		await host.activate();
		expect(host.log.join()).toContain(
			`takes over the messages of ${number.displayPhoneNumber}. Another workflow of this n8n ("Two-way conversation") gets none any more: unpublish it.`,
		);
		const named = /another workflow of this n8n \("Bot"\) already receives/;
		await expect(old.activate({ isTest: true })).rejects.toThrow(named);
		expect(await refusal(old)).toMatch(named);
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});

	it.each(['phoneNumber', 'byHand'])('is forgotten when unpublished: %s', async (registration) => {
		const host = await start({ registration });
		await host.activate();
		expect(publishedTrigger(host.webhookUrl())).toBeDefined();
		await host.deactivate();
		expect(publishedTrigger(host.webhookUrl())).toBeUndefined();
	});

	describe('of the callback URL of the app', () => {
		const pausing = {
			phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
			triggerOptions: { pauseWhilePersonReplies: 60 },
		};
		const echoes = ['message_echoes', 'smb_message_echoes'];

		it.each(['phoneNumber', 'app'])(
			'stays, and gets the fields that the second needs: %s',
			async (registration) => {
				const old = await first({ registration });
				const host = await second(old, { parameters: pausing });
				await host.activate();
				expect(simulator.state.app.subscription).toMatchObject({ url: old.webhookUrl() });
				expect(simulator.state.app.subscription?.fields.sort()).toEqual(
					['messages', ...echoes].sort(),
				);
				expect(host.log).toEqual([]);
			},
		);

		it('gets them in a test run, too', async () => {
			const old = await first();
			const host = await second(old, { parameters: pausing });
			await host.activate({ isTest: true });
			await host.deactivate({ isTest: true });
			expect(simulator.state.app.subscription).toMatchObject({ url: old.webhookUrl() });
			expect(simulator.state.app.subscription?.fields).toEqual(expect.arrayContaining(echoes));
		});

		it('stays as it was if it has another verify token, or is unpublished', async () => {
			const old = await first();
			const itsCredential = credential;
			credential = { ...credential, webhookVerifyToken: 'a token of ours' };
			old.options.credential = () => itsCredential;
			const host = await second(old, { parameters: pausing });
			const named = /^'Pause While a Person Replies' cannot work/;
			expect(await refusal(host)).toMatch(named);
			expect(simulator.state.app.subscription).toMatchObject({
				url: old.webhookUrl(),
				fields: ['messages'],
			});
			credential = itsCredential;
			await old.deactivate();
			expect(await refusal(host)).toMatch(named);
		});
	});

	it('is free again once it is unpublished', async () => {
		const old = await first();
		await old.deactivate();
		expect(await (await second(old)).activate()).toBe('created');
	});
});

describe('the registration', () => {
	it('of an account sets its webhook override and keeps the subscription afterwards', async () => {
		const host = await start({ registration: 'account', events: ['messages', 'history'] });
		await host.activate();
		const { waba } = simulator.state;
		expect([waba.subscribed, waba.override?.url]).toEqual([true, host.webhookUrl()]);
		expect(overrideOf(number.id)).toBeUndefined();
		expect(await host.activate()).toBe('existed');
		await host.deactivate();
		expect([waba.subscribed, waba.override]).toEqual([true, undefined]);
	});

	it('of events that only the app receives is for the app, with their fields', async () => {
		const { app, waba } = simulator.state;
		const host = await start({
			events: ['messages', 'statuses', 'message_template_status_update'],
		});
		await host.activate();
		expect(app.subscription).toMatchObject({ url: host.webhookUrl() });
		expect(app.subscription?.fields.sort()).toEqual(['message_template_status_update', 'messages']);
		expect([waba.subscribed, overrideOf(number.id)]).toEqual([true, undefined]);
		expect(await host.activate()).toBe('existed');
		await host.deactivate();
		expect(app.subscription).toBeUndefined();
	});

	it('of an app keeps the chosen fields and adds the missing ones', async () => {
		const { app } = simulator.state;
		const host = await start({ registration: 'app', events: ['calls'] });
		app.subscription = { url: host.webhookUrl(), verifyToken: 'x', fields: ['security'] };
		expect(await host.activate()).toBe('created');
		expect(app.subscription.fields.sort()).toEqual(['calls', 'security']);
	});

	it('receives the registered events', async () => {
		const host = await start({ events: ['message_template_status_update'] });
		await host.activate();
		simulator.emitWebhook('message_template_status_update', { event: 'APPROVED' });
		simulator.emitWebhook('security', { event: 'PIN_CHANGED' });
		await simulator.settled();
		expect(host.executions.flat().map(({ json }) => json.type)).toEqual(['APPROVED']);
	});

	it('by hand sends no request', async () => {
		const host = await start({ registration: 'byHand', events: ['messages', 'security'] });
		expect(await host.activate()).toBe('existed');
		expect(await host.deactivate()).toBe(true);
		expect(simulator.requests()).toEqual([]);
	});

	it('that was changed is removed at its former scope', async () => {
		const host = await start({ registration: 'account' });
		await host.activate();
		const node = host.workflow.getNode('Trigger');
		if (node) node.parameters.registration = 'phoneNumber';
		await host.deactivate();
		await host.activate();
		expect(simulator.state.waba.override).toBeUndefined();
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});
});

describe('unpublishing', () => {
	it('keeps the open questions when the workflow is unpublished', async () => {
		const host = await start({ events: ['messages'] });
		await host.activate();
		const stored = host.workflow.getStaticData(
			'node',
			host.workflow.getNode('Trigger') ?? undefined,
		);
		stored.openQuestions = { someone: [] };
		await host.deactivate();
		expect(overrideOf(number.id)).toBeUndefined();
		expect(stored).toMatchObject({ openQuestions: { someone: [] } });
	});
});

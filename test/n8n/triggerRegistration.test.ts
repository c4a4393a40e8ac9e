import type { INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { TriggerHost } from '../support/triggerHost';

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
		apiVersion: 'v25.0',
	};
});
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

async function start(parameters: INodeParameters = {}, publicUrl?: string): Promise<TriggerHost> {
	const host = await TriggerHost.start({ parameters, credential: () => credential, publicUrl });
	hosts.push(host);
	return host;
}

const overrideOf = (id: string) =>
	simulator.state.phoneNumbers.find((phoneNumber) => phoneNumber.id === id)?.override;

const posts = () =>
	simulator
		.requests()
		.filter(({ method }) => method === 'POST')
		.map(({ path }) => path.replace('/v25.0/', ''));

/** The message of an activation that must fail, which is all that the editor shows. */
async function refusal(host: TriggerHost): Promise<string> {
	try {
		await host.activate();
	} catch (error) {
		const { name, message } = error as Error;
		expect(['NodeApiError', 'NodeOperationError']).toContain(name);
		for (const secret of [business.accessToken, business.app.secret]) {
			expect(message).not.toContain(secret);
		}
		return message;
	}
	throw new Error('The activation did not fail');
}

describe('activation', () => {
	it('subscribes the app to the WABA and registers the address Meta could verify', async () => {
		const host = await start();
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		expect(overrideOf(otherNumber.id)).toBeUndefined();
		expect(simulator.state.waba.subscribed).toBe(true);
	});

	it('does nothing when Meta has the address already', async () => {
		const host = await start();
		await host.activate();
		const before = posts();
		expect(await host.activate()).toBe('existed');
		expect(posts()).toEqual(before);
	});

	it('registers again when Meta lost the address', async () => {
		const host = await start();
		await host.activate();
		simulator.state.phoneNumbers.forEach((phoneNumber) => (phoneNumber.override = undefined));
		expect(await host.activate()).toBe('created');
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
	});

	it('takes the chosen number instead of the one of the credential', async () => {
		const host = await start({
			phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
		});
		await host.activate();
		expect(overrideOf(otherNumber.id)?.url).toBe(host.webhookUrl());
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it("leaves the WABA's own webhook address alone when the app is subscribed", async () => {
		const { waba } = simulator.state;
		waba.subscribed = true;
		waba.override = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
		await (await start()).activate();
		expect(waba.override.url).toBe('https://elsewhere.example.com/');
		expect(posts()).toEqual([number.id]);
	});

	it('asks for the app ID when subscribing could remove an address of the WABA', async () => {
		credential.appId = '';
		const { waba } = simulator.state;
		waba.subscribed = true;
		waba.override = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
		expect(await refusal(await start())).toMatch(/^'App ID' is empty/);
		expect(waba.override.url).toBe('https://elsewhere.example.com/');
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('works without a WABA ID', async () => {
		credential.businessAccountId = '';
		const host = await start();
		await host.activate();
		expect(posts()).toEqual([number.id]);
	});

	it('works unsigned, when the option is on and there is a verify token', async () => {
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

describe('an activation that can not work', () => {
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
		['without a token', { accessToken: '' }, {}, undefined, /no access token/],
		['without a number', { phoneNumberId: '' }, {}, undefined, /^'Phone Number ID' is empty/],
		[
			'with a phone number in place of an ID',
			{},
			{ phoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } },
			undefined,
			/^'Phone Number' is not a phone-number ID/,
		],
		['with a long address', {}, {}, longUrl, /^'Webhook URL' has \d+ characters/],
		['with plain http', {}, {}, 'http://n8n.example.com', /https addresses only/],
	])('ends %s before Meta is asked', async (_, changes, parameters, publicUrl, message) => {
		Object.assign(credential, changes);
		expect(await refusal(await start(parameters, publicUrl))).toMatch(message);
		expect(simulator.requests()).toEqual([]);
	});

	it('tells that the token is wrong', async () => {
		credential.accessToken = 'EAAWRONG';
		expect(await refusal(await start())).toMatch(/token/i);
	});

	it('names the address Meta could not verify', async () => {
		const host = await start({}, 'http://127.0.0.1:1');
		const message = await refusal(host);
		expect(message).toContain(host.webhookUrl());
		expect(message).toMatch(/Check that the internet reaches this address/);
		expect(overrideOf(number.id)).toBeUndefined();
	});
});

describe('deactivation', () => {
	it('removes the address', async () => {
		const host = await start();
		await host.activate();
		expect(await host.deactivate()).toBe(true);
		expect(overrideOf(number.id)).toBeUndefined();
		expect(simulator.state.waba.subscribed).toBe(true);
	});

	it("leaves somebody else's address alone", async () => {
		const first = await start();
		const second = await start({ triggerOptions: { takeOver: true } });
		await first.activate();
		await second.activate();
		expect(await first.deactivate()).toBe(true);
		expect(overrideOf(number.id)?.url).toBe(second.webhookUrl());
	});

	it('removes the address from the number it was set for', async () => {
		const host = await start();
		await host.activate();
		credential.phoneNumberId = otherNumber.id;
		await host.deactivate();
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('that Meta refuses is logged, without a secret, and does not throw', async () => {
		const host = await start();
		await host.activate();
		credential.accessToken = business.expiredAccessToken;
		expect(await host.deactivate()).toBe(false);
		expect(host.log.join()).toMatch(/could not remove its webhook address/);
		expect(host.log.join()).not.toContain(credential.accessToken);
	});
});

describe('a test run', () => {
	it('takes over, and puts the address of before back', async () => {
		const host = await start();
		await host.activate();
		await host.activate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl({ isTest: true }));
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)?.url).toBe(host.webhookUrl());
		await host.deactivate();
		expect(overrideOf(number.id)).toBeUndefined();
	});

	it('leaves nothing where nothing was', async () => {
		const host = await start();
		await host.activate({ isTest: true });
		await host.deactivate({ isTest: true });
		expect(overrideOf(number.id)).toBeUndefined();
	});
});

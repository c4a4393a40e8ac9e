import { generateKeyPairSync } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { setupHint } from '../../nodes/WhatsAppBusiness/operations/account/setupHint';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { addPublished, removePublished } from '../../nodes/shared/publishedTriggers';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const [, otherNumber] = business.phoneNumbers;
const bot = {
	workflowId: '1',
	workflow: 'Bot',
	node: 'Trigger',
	appId: business.app.id,
	needs: [],
};
const day = 24 * 60 * 60;
const now = () => Math.floor(Date.now() / 1000);
const keys = () =>
	generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
const [pair, otherPair] = [keys(), keys()];

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

/** Runs Check Setup and returns its items by the name of the check. */
async function checkSetup(
	changes: Partial<CredentialData> = {},
	parameters: INodeParameters = {},
): Promise<Record<string, IDataObject>> {
	const credential = credentialFor(simulator.url, changes);
	const { outputs, error, run } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'account', operation: 'checkSetup', ...parameters },
		credential,
		items: [{ json: {} }],
	});
	expect(error).toBeUndefined();
	const items = (outputs[0] ?? []).map(({ json }) => json);
	expect(run.data.resultData.runData.Tested?.[0]?.hints).toEqual([setupHint(items)]);
	for (const { check, ok, found, todo } of items) {
		expect(check).toEqual(expect.any(String));
		expect([true, false, null]).toContain(ok);
		expect(found).toMatch(/\S/);
		if (ok === true) expect(todo).toBe('');
		if (ok === false) expect(todo).toMatch(/\.$|\)$/);
	}
	const text = JSON.stringify(items);
	const { accessToken, appSecret = '', flowsPrivateKey = '' } = credential;
	for (const secret of [accessToken, appSecret, flowsPrivateKey]) {
		if (secret !== '') expect(text).not.toContain(secret);
	}
	return Object.fromEntries(items.map((item) => [String(item.check), item]));
}

const withStatus = (items: Record<string, IDataObject>, ok: boolean | null) =>
	Object.values(items)
		.filter((item) => item.ok === ok)
		.map(({ check }) => check);

describe('Account: Check Setup', () => {
	it('finds nothing to do in a complete setup', async () => {
		const { app, waba, phoneNumbers, templates } = simulator.state;
		app.subscription = {
			url: 'http://localhost/webhook/a',
			verifyToken: 'x',
			fields: ['messages'],
		};
		waba.subscribed = true;
		for (const phoneNumber of phoneNumbers) phoneNumber.businessPublicKey = pair.publicKey;
		for (const template of templates) template.status = 'APPROVED';
		const items = await checkSetup({ flowsPrivateKey: pair.privateKey });
		expect(withStatus(items, false)).toEqual([]);
		expect(withStatus(items, null)).toEqual([]);
		expect(Object.keys(items)).toEqual([
			'Access Token',
			'Token Kind',
			'Token Expiry',
			'Token Permissions',
			'App ID',
			'App Secret',
			'Account',
			'Phone Number',
			'Registration',
			'Display Name',
			'Quality Rating',
			'Throughput',
			'Messaging Limit',
			'Sending',
			'Payment Method',
			'App Subscription',
			'Webhook Fields',
			'Callback URL of the Number',
			'Callback URL of the Account',
			'Callback URL of the App',
			'Templates',
			'Flows Public Key',
		]);
		expect(items['Phone Number']).toMatchObject({ found: '+1 555-078-3881, Lucky Shrub' });
		expect(items['Callback URL of the App']).toMatchObject({
			found: 'http://localhost/webhook/a (this n8n)',
		});
	});

	it('says what a new app lacks', async () => {
		const items = await checkSetup();
		expect(withStatus(items, false)).toEqual([
			'App Subscription',
			'Webhook Fields',
			'Callback URL of the App',
			'Templates',
		]);
		expect(items['App Subscription']).toMatchObject({
			found: expect.stringContaining(business.partnerApp.name),
			todo: expect.stringContaining("'Webhook Subscription: Subscribe'"),
		});
		expect(items.Templates?.found).toMatch(/^\d+: .*(PAUSED|REJECTED)\)/);
		expect(items['Flows Public Key']).toMatchObject({ ok: null });
	});

	it('is about the chosen number', async () => {
		const options = {
			senderPhoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
		};
		const items = await checkSetup({}, { options });
		expect(items['Phone Number']?.found).toContain(otherNumber.displayPhoneNumber);
	});

	describe('the token', () => {
		it('of a user, that expires soon and has too few permissions', async () => {
			simulator.updateSettings({
				token: {
					type: 'USER',
					permissions: [{ scope: 'whatsapp_business_messaging', targetIds: ['1'] }],
					expiresAt: now() + day,
					dataAccessExpiresAt: now() + 30 * day,
				},
			});
			const items = await checkSetup();
			expect(items['Token Kind']).toMatchObject({ ok: false, found: 'Token of a person' });
			expect(items['Token Expiry']).toMatchObject({ ok: false });
			expect(items['Token Permissions']).toMatchObject({
				ok: false,
				found: 'Missing: whatsapp_business_management',
			});
		});

		it('whose permissions do not cover the account', async () => {
			simulator.updateSettings({
				token: {
					permissions: [
						{ scope: 'whatsapp_business_messaging' },
						{ scope: 'whatsapp_business_management', targetIds: ['1'] },
					],
					expiresAt: 0,
					dataAccessExpiresAt: 0,
				},
			});
			expect((await checkSetup())['Token Permissions']).toMatchObject({
				ok: false,
				found: expect.stringContaining('whatsapp_business_management'),
			});
		});

		it('that expired is reported once, and what needs no token is checked', async () => {
			const items = await checkSetup({ accessToken: business.expiredAccessToken });
			expect(items['Access Token']).toMatchObject({ ok: false });
			expect(items.Account).toMatchObject({ ok: null, todo: "See 'Access Token'." });
			expect(items['App Secret']).toMatchObject({ ok: true });
			expect(items['Webhook Fields']).toMatchObject({ ok: false });
		});
	});

	it.each([
		['wrong', { appSecret: 'wrong' }, 'App Secret', false, /does not belong/],
		[
			'wrong, for the app',
			{ appSecret: 'wrong' },
			'Webhook Fields',
			false,
			/belongs to another app/,
		],
		['missing', { appSecret: '' }, 'App Secret', null, /is empty/],
		['of another app', { appId: '42' }, 'App ID', false, /670843887433847/],
		['not given, as the token names the app', { appId: '' }, 'App ID', true, /670843887433847/],
	])('finds an app secret or ID that is %s', async (_, changes, check, ok, found) => {
		const items = await checkSetup(changes);
		expect(items[check]).toMatchObject({ ok, found: expect.stringMatching(found) });
		// The rest is checked without the proof.
		expect(items.Account).toMatchObject({ ok: true });
		expect(items['Phone Number']).toMatchObject({ ok: true });
	});

	it('finds IDs that are missing in the credential, and says which it cannot find', async () => {
		const items = await checkSetup({ phoneNumberId: '', businessAccountId: '', appId: '' });
		expect(items.Account).toMatchObject({ ok: true });
		expect(items['App Subscription']).toMatchObject({ ok: false });
		expect(items['Phone Number']).toMatchObject({
			ok: false,
			found: expect.stringMatching(/'Phone Number ID' is empty.*\+1 555-078-3881/),
			todo: expect.stringContaining("choose one with the option 'Phone Number'"),
		});
		expect(items.Registration).toMatchObject({ ok: null, todo: "See 'Phone Number'." });
	});

	it('checks without a number what needs none', async () => {
		const { app, waba } = simulator.state;
		app.subscription = {
			url: 'http://localhost/webhook/a',
			verifyToken: 'x',
			fields: ['messages'],
		};
		const withoutNumber = { phoneNumberId: '', businessAccountId: '', appId: '' };
		const items = await checkSetup(withoutNumber);
		const unchecked = Object.values(items).filter(({ todo }) => todo === "See 'Phone Number'.");
		expect(unchecked.map(({ check }) => check)).toEqual([
			'Registration',
			'Display Name',
			'Quality Rating',
			'Throughput',
			'Messaging Limit',
			'Sending',
			'Callback URL of the Number',
			'Flows Public Key',
		]);
		expect(items['Payment Method']).toMatchObject({ ok: true });
		expect(items['Callback URL of the Account']).toMatchObject({ ok: true, found: 'Not set' });
		expect(items['Callback URL of the App']).toMatchObject({
			ok: true,
			found: 'http://localhost/webhook/a (this n8n). A number may have its own.',
		});

		waba.subscribed = true;
		waba.override = { url: 'https://elsewhere.example.com/a', verifyToken: 'x' };
		const overridden = await checkSetup(withoutNumber);
		expect(overridden['Callback URL of the Account']).toMatchObject({
			ok: null,
			found: 'https://elsewhere.example.com/a (not this n8n). A number may have its own.',
		});
		expect(overridden['Callback URL of the App']?.found).toMatch(/A narrower one is used/);
	});

	it.each([
		['that does not exist', { phoneNumberId: '42' }, 'Phone Number', /./],
		['of an account that does not exist', { businessAccountId: '42' }, 'Account', /./],
	])('reports an ID %s, and goes on', async (_, changes, check, found) => {
		const items = await checkSetup(changes);
		expect(items[check]).toMatchObject({ ok: false, found: expect.stringMatching(found) });
		expect(items['Access Token']).toMatchObject({ ok: true });
		expect(items['Phone Number']?.ok).not.toBe(true);
	});

	it.each<[string, Record<string, unknown>, string, boolean | null]>([
		['a display name under review', { name_status: 'PENDING_REVIEW' }, 'Display Name', false],
		['a declined display name', { name_status: 'DECLINED' }, 'Display Name', false],
		['an unknown display name', { name_status: undefined }, 'Display Name', null],
		['low quality', { quality_rating: 'RED' }, 'Quality Rating', false],
		['no quality yet', { quality_rating: 'UNKNOWN' }, 'Quality Rating', null],
		['a number in review', { status: 'PENDING' }, 'Registration', false],
		['a watched number', { status: 'FLAGGED' }, 'Registration', true],
		['an expired verification', { code_verification_status: 'EXPIRED' }, 'Registration', true],
		['a number elsewhere', { platform_type: 'ON_PREMISE' }, 'Registration', false],
		['no throughput', { throughput: undefined }, 'Throughput', null],
		[
			'no messaging limit',
			{ whatsapp_business_manager_messaging_limit: undefined },
			'Messaging Limit',
			null,
		],
	])('finds %s', async (_, changes, check, ok) => {
		Object.assign(simulator.state.phoneNumbers[0]?.changes ?? {}, changes);
		expect((await checkSetup())[check]).toMatchObject({ ok });
	});

	it('finds a payment problem, with the solution of Meta', async () => {
		simulator.state.waba.healthErrors = [
			{
				error_code: 141006,
				error_description: 'There is an error with the payment method.',
				possible_solution: 'Please add a new payment method to the account.',
			},
		];
		const items = await checkSetup();
		expect(items['Payment Method']).toMatchObject({
			ok: false,
			todo: 'Please add a new payment method to the account.',
		});
		expect(items.Sending).toMatchObject({
			ok: false,
			found: 'BLOCKED. WABA BLOCKED: There is an error with the payment method.',
		});
	});

	it("names callback URLs and says which are this n8n's", async () => {
		const { app, waba, phoneNumbers } = simulator.state;
		const elsewhere = {
			url: 'https://me:secret@elsewhere.example.com/a?secret=x',
			verifyToken: 'x',
		};
		app.subscription = { ...elsewhere, fields: [] };
		Object.assign(phoneNumbers[0] ?? {}, { override: elsewhere });
		waba.override = { url: 'http://localhost/webhook/a', verifyToken: 'x' };
		const items = await checkSetup();
		expect(items['Callback URL of the Number']).toMatchObject({
			ok: null,
			found: 'https://elsewhere.example.com/a (not this n8n)',
		});
		expect(items['Callback URL of the Account']).toMatchObject({
			ok: true,
			found: 'http://localhost/webhook/a (this n8n). A narrower one is used for messages.',
		});
		expect(items['Callback URL of the App']).toMatchObject({ ok: true });
		expect(items['Webhook Fields']).toMatchObject({ ok: false, found: 'none' });
	});

	describe('a callback URL of a trigger of this n8n', () => {
		const url = 'http://localhost/webhook/uuid/webhook';
		const mode = process.env.EXECUTIONS_MODE;
		beforeEach(() => {
			simulator.state.app.subscription = { url, verifyToken: 'x', fields: ['messages'] };
		});
		afterEach(() => {
			processState.reset();
			if (mode === undefined) delete process.env.EXECUTIONS_MODE;
			else process.env.EXECUTIONS_MODE = mode;
		});
		const publish = () => {
			addPublished(url, bot);
		};
		const callbackUrl = async () => (await checkSetup())['Callback URL of the App'];

		it('is fine while its workflow is published', async () => {
			publish();
			expect(await callbackUrl()).toMatchObject({
				ok: true,
				found: `${url} (this n8n, workflow "Bot")`,
			});
		});

		it('is reported once no published workflow receives there', async () => {
			publish();
			removePublished(url);
			expect(await callbackUrl()).toMatchObject({
				ok: false,
				found: `${url} (this n8n, but no published WhatsApp Business Trigger receives there)`,
				todo: expect.stringMatching(/^Publish the workflow with this trigger.*'WhatsApp Trigger'/),
			});
		});

		it("of a number is not said to be of n8n's own trigger, which sets that of the app only", async () => {
			Object.assign(simulator.state.phoneNumbers[0] ?? {}, {
				override: { url, verifyToken: 'x' },
			});
			expect((await checkSetup())['Callback URL of the Number']).toMatchObject({
				ok: false,
				todo: expect.not.stringContaining("'WhatsApp Trigger'"),
			});
		});

		it('cannot be told in queue mode, where a worker knows no triggers', async () => {
			process.env.EXECUTIONS_MODE = 'queue';
			expect(await callbackUrl()).toMatchObject({
				ok: null,
				found: `${url} (this n8n. In queue mode it cannot be told whether its workflow is published)`,
			});
		});

		it('does not matter for messages if the number has another', async () => {
			const numberUrl = 'http://localhost/webhook/other/webhook';
			addPublished(numberUrl, bot);
			Object.assign(simulator.state.phoneNumbers[0] ?? {}, {
				override: { url: numberUrl, verifyToken: 'x' },
			});
			expect(await callbackUrl()).toMatchObject({ ok: true });
		});
	});

	describe('the webhook fields that published triggers need', () => {
		const url = 'http://localhost/webhook/uuid/webhook';
		const mode = process.env.EXECUTIONS_MODE;
		afterEach(() => {
			processState.reset();
			if (mode === undefined) delete process.env.EXECUTIONS_MODE;
			else process.env.EXECUTIONS_MODE = mode;
		});
		const webhookFields = async (fields: string[]) => {
			simulator.state.app.subscription = { url, verifyToken: 'x', fields };
			return (await checkSetup())['Webhook Fields'];
		};
		const needs = [
			{ neededBy: 'Events', fields: ['messages', 'calls'] },
			{ neededBy: 'Pause While a Person Replies', fields: ['message_echoes'] },
		];

		it('are named, with what needs them', async () => {
			addPublished(url, { ...bot, needs });
			expect(await webhookFields(['messages', 'calls'])).toMatchObject({
				ok: false,
				found: 'messages, calls',
				todo: expect.stringMatching(
					/^Subscribe the app to message_echoes in the Meta app dashboard .* The workflow "Bot" needs this for 'Pause While a Person Replies'\.$/,
				),
			});
			expect((await webhookFields(['messages']))?.todo).toMatch(
				/^Subscribe the app to calls, message_echoes in .*"Bot" needs this for 'Events', 'Pause While a Person Replies'\.$/,
			);
			expect(await webhookFields(['messages', 'calls', 'message_echoes'])).toMatchObject({
				ok: true,
			});
		});

		it('do not matter once it is unpublished, or if it is of another app', async () => {
			addPublished(url, { ...bot, needs });
			removePublished(url);
			addPublished(url, { ...bot, appId: '42', needs });
			expect(await webhookFields(['messages'])).toMatchObject({ ok: true, found: 'messages' });
		});

		it('cannot be told in queue mode, where a worker knows no triggers', async () => {
			process.env.EXECUTIONS_MODE = 'queue';
			expect(await webhookFields(['messages'])).toMatchObject({
				ok: true,
				found:
					'messages (in queue mode it cannot be told whether published workflows need further ones)',
			});
		});
	});

	it.each([
		['none', undefined, false],
		['another', otherPair.publicKey, false],
		['the right one', pair.publicKey, true],
	])('compares the public key for Flows: %s', async (_, businessPublicKey, ok) => {
		Object.assign(simulator.state.phoneNumbers[0] ?? {}, { businessPublicKey });
		const items = await checkSetup({ flowsPrivateKey: pair.privateKey });
		expect(items['Flows Public Key']).toMatchObject({ ok });
	});

	it('goes on when a call fails', async () => {
		simulator.addFaults({ kind: 'graphError', code: 200, path: '/message_templates$' });
		const items = await checkSetup();
		expect(items.Templates).toMatchObject({ ok: false, todo: expect.stringContaining('200') });
		expect(items['Flows Public Key']).toMatchObject({ ok: null });
	});
});

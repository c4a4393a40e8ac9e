import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { NodeHelpers } from 'n8n-workflow';
import type {
	INodeParameters,
	INodeProperties,
	NodeParameterValueType,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import { connectionFromCredential } from '../../nodes/graphApi/hosts';
import type { CredentialData, HostName } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { startServer } from '../support/server';
import { addAccount, grant, keepOneNumber } from '../support/tokenAlone';

const flowKeys = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const encrypted = createPrivateKey(flowKeys.privateKey)
	.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' })
	.toString();

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());

async function test(changes: Partial<CredentialData> = {}) {
	const data = credentialFor(simulator.url, changes);
	const credential = { id: '1', name: 'Test', type: 'whatsAppBusinessApi', data };
	return await new WhatsAppBusiness().methods.credentialTest.testWhatsAppBusinessApi.call(
		{} as ICredentialTestFunctions,
		credential as unknown as ICredentialsDecrypted,
	);
}

describe('the credential test', () => {
	it('shows the connected number', async () => {
		const [{ displayPhoneNumber, verifiedName }] = business.phoneNumbers;
		expect(await test()).toEqual({
			status: 'OK',
			message: `Connected to ${displayPhoneNumber} (${verifiedName})`,
		});
	});

	describe('with the token alone', () => {
		const [{ displayPhoneNumber, verifiedName, id }, other] = business.phoneNumbers;
		const noIds = { phoneNumberId: '', businessAccountId: '', appId: '' };
		beforeEach(() => simulator.reset());

		it('shows what was found', async () => {
			keepOneNumber(simulator);
			expect(await test(noIds)).toEqual({
				status: 'OK',
				message: `Connected to ${displayPhoneNumber} (${verifiedName}). Found with the token: Phone Number ID ${id}, WhatsApp Business Account ID ${business.waba.id}, App ID ${business.app.id}`,
			});
		});

		it('shows the numbers to choose from', async () => {
			const { status, message } = await test(noIds);
			expect(status).toBe('OK');
			expect(message).toMatch(/^The token works\. 'Phone Number ID' is empty, .* 2 numbers: /);
			expect(message).toContain(other.displayPhoneNumber);
			expect(message).toContain(`Found with the token: WhatsApp Business Account ID`);
		});

		it('shows the accounts to choose from', async () => {
			addAccount(simulator);
			const { status, message } = await test({ businessAccountId: '' });
			expect(status).toBe('OK');
			const account = `Found with the token: WhatsApp Business Account ID ${business.waba.id}`;
			expect(message).toContain(account);
			const { message: unknown } = await test(noIds);
			expect(unknown).toMatch(/'WhatsApp Business Account ID' is empty, and the token can use 2/);
		});

		it('is satisfied with a number if a proxy cannot inspect tokens', async () => {
			simulator.addFaults({ kind: 'graphError', code: 100, path: '/debug_token' });
			const { status, message } = await test({ appId: '' });
			expect(status).toBe('OK');
			expect(message).toMatch(
				/^Connected to .* \(.*\)\. 'App ID' is empty .* could not be looked up/,
			);
		});

		it.each([
			[
				'a token without permissions',
				() => grant(simulator, undefined, []),
				/lacks the permission/,
			],
			[
				'an account without a number',
				() => simulator.state.phoneNumbers.splice(0),
				/no number yet.*WhatsApp → API Setup/,
			],
		])('reports %s', async (_name, prepare, expected) => {
			prepare();
			const { status, message } = await test(noIds);
			expect(status).toBe('Error');
			expect(message).toMatch(expected);
		});

		it('is right at once after the app secret is corrected', async () => {
			expect((await test({ ...noIds, appSecret: 'wrong' })).status).toBe('Error');
			expect((await test(noIds)).status).toBe('OK');
		});

		it.each<[string, Partial<CredentialData>, RegExp]>([
			['a wrong token', { accessToken: 'EAAwrong' }, /^The access token is expired or invalid/],
			['a wrong app secret', { appSecret: 'wrong' }, /does not belong to the same Meta app/],
		])('reports %s as with all IDs', async (_name, changes, expected) => {
			const { status, message } = await test({ ...noIds, ...changes });
			expect(status).toBe('Error');
			expect(message).toMatch(expected);
		});
	});

	it.each<[string, Partial<CredentialData>, RegExp]>([
		['a wrong token', { accessToken: 'EAAwrong' }, /token/i],
		['an expired token', { accessToken: business.expiredAccessToken }, /expired/i],
		[
			'an unknown phone number ID',
			{ phoneNumberId: '999' },
			/^'Phone Number ID'.*that the token can/,
		],
		['an unreachable host', { baseUrl: 'http://127.0.0.1:9' }, /did not reach WhatsApp/],
		[
			'a base URL without encryption',
			{ baseUrl: 'http://graph.example.com' },
			/'http:\/\/'.*'https:\/\/'/,
		],
		['a host that does not exist', { baseUrl: 'http://no-such-host.invalid' }, /did not reach/],
		['a base URL without scheme', { baseUrl: 'example.com' }, /missing or invalid/],
		[
			'a wrong app secret',
			{ appSecret: 'wrong' },
			/'App Secret' does not belong to the same Meta app/,
		],
		['no token', { accessToken: '' }, /no access token/],
	])('reports %s', async (_name, changes, message) => {
		const result = await test(changes);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
		expect(result.message).not.toContain('EAA');
	});

	describe('of the IDs', () => {
		const [number, other] = business.phoneNumbers;
		const ids = {
			phoneNumberId: number.id,
			businessAccountId: business.waba.id,
			appId: business.app.id,
		};
		type Field = keyof typeof ids;
		const names: Record<Field, [field: string, of: string]> = {
			phoneNumberId: ['Phone Number ID', 'a phone number'],
			businessAccountId: ['WhatsApp Business Account ID', 'a WhatsApp Business Account'],
			appId: ['App ID', 'a Meta app'],
		};
		const fields = Object.keys(ids) as Field[];
		const misplaced = fields.flatMap((field) =>
			fields.filter((source) => source !== field).map((source) => ({ field, source })),
		);
		beforeEach(() => simulator.reset());
		const calls = () => simulator.requests().length;
		const result = async (changes: Partial<CredentialData>) => {
			const { status, message } = await test(changes);
			expect(status).toBe('Error');
			return message;
		};

		it.each(misplaced)('recognises the $source in $field', async ({ field, source }) => {
			const [name, of] = names[field];
			const message = await result({ [field]: ids[source] });
			const expected = `'${name}' in the credential is the ID of ${names[source][1]}, not of ${of}.`;
			expect(message.startsWith(expected)).toBe(true);
			expect(message).not.toMatch(/belongs in/);
		});

		it.each(misplaced)(
			'says where the $source in $field belongs, if it is empty there',
			async ({ field, source }) => {
				keepOneNumber(simulator);
				const message = await result({ [field]: ids[source], [source]: '' });
				expect(message).toContain(`now belongs in '${names[source][0]}'`);
			},
		);

		it.each(fields)('recognises the phone number in %s', async (field) => {
			const digits = number.displayPhoneNumber.replace(/\D/g, '');
			const message = await result({ [field]: digits });
			const [name, of] = names[field];
			expect(message).toContain(
				`'${name}' in the credential is a phone number and not the ID of ${of}`,
			);
			expect(message.includes(number.id)).toBe(field === 'phoneNumberId');
		});

		it.each(
			fields.flatMap((field) =>
				['Lucky Shrub', '12 34', 'me', '../1'].map((text) => [field, text] as const),
			),
		)('refuses letters in %s without a call: %s', async (field, text) => {
			expect(await result({ [field]: text })).toMatch(
				new RegExp(`^'${names[field][0]}' in the credential .* has digits only\\. Meta shows it`),
			);
			expect(calls()).toBe(0);
		});

		it.each<[Field, RegExp]>([
			['phoneNumberId', /is not the ID of a phone number that the token can use/],
			['businessAccountId', /is not the ID of a WhatsApp Business Account that the token can use/],
			['appId', /^The token is of the app \d+, but 'App ID' is 123456\./],
		])('reports an unknown %s', async (field, expected) => {
			expect(await result({ [field]: '123456' })).toMatch(expected);
		});

		it('reports an account that the number does not belong to', async () => {
			const account = addAccount(simulator);
			const message = await result({ businessAccountId: account });
			expect(message).toMatch(
				/^Connected to .*\. It does not belong to the account \d+\. Correct 'Phone Number ID' or/,
			);
			const { status } = await test({ businessAccountId: account, phoneNumberId: other.id });
			expect(status).toBe('OK');
		});

		it.each([
			['the account', { path: '/phone_numbers' }, 'WhatsApp Business Account ID'],
			['the token', { path: '/debug_token' }, 'App ID'],
		])('is satisfied if a proxy does not show %s, and says so', async (_name, { path }, field) => {
			simulator.addFaults({ kind: 'graphError', code: 10, path });
			const { status, message } = await test();
			expect(status).toBe('OK');
			expect(message).toContain(`'${field}' could not be checked: `);
		});
	});

	it.each<[string, Partial<CredentialData>]>([
		['a text', { flowsPrivateKey: 'not a key' }],
		['a public key', { flowsPrivateKey: flowKeys.publicKey }],
		['a wrong passphrase', { flowsPrivateKey: encrypted, flowsPrivateKeyPassphrase: 'wrong' }],
		['a missing passphrase', { flowsPrivateKey: encrypted }],
	])('refuses %s as the private key of Flows without a call', async (_name, changes) => {
		await simulator.reset();
		const { status, message } = await test(changes);
		expect(status).toBe('Error');
		expect(message).toMatch(/^'Flows Private Key' in the credential is not .* passphrase/);
		expect(simulator.requests()).toHaveLength(0);
	});

	it('accepts a private key of Flows with its passphrase', async () => {
		const changes = { flowsPrivateKey: encrypted, flowsPrivateKeyPassphrase: 'right' };
		expect((await test(changes)).status).toBe('OK');
	});

	describe("of 'Redis URL'", () => {
		it.each<[string, string, RegExp]>([
			['another scheme', 'http://user:hunter2@127.0.0.1', /does not begin with redis:\/\/ or/],
			['no scheme', '127.0.0.1:6379', /does not begin with redis:\/\/ or/],
			['no host', 'redis://', /not a valid URL/],
			['a password with a slash', 'redis://:hunter2/1@127.0.0.1:6379', /password as %40/],
			['a password with a percent sign', 'redis://:hunter2%@127.0.0.1:6379', /password as %40/],
			['options', 'redis://:hunter2@127.0.0.1:6379?family=6', /not a valid URL/],
			['a name of a database', 'redis://:hunter2@127.0.0.1:6379/n8n', /not a valid URL/],
		])('refuses %s without a call', async (_name, redisUrl, problem) => {
			await simulator.reset();
			const { status, message } = await test({ redisUrl });
			expect(status).toBe('Error');
			expect(message).toMatch(/^'Redis URL' in the credential /);
			expect(message).toMatch(problem);
			expect(message).not.toMatch(/hunter2|127\.0\.0\.1/);
			expect(simulator.requests()).toHaveLength(0);
		});

		it('says that Redis cannot be reached', async () => {
			const { status, message } = await test({ redisUrl: 'redis://:hunter2@127.0.0.1:9' });
			expect(status).toBe('Error');
			expect(message).toMatch(/^Redis cannot be reached\. .*'Redis URL'/);
			expect(message).not.toMatch(/hunter2|127\.0\.0\.1/);
		});

		it('says that something else than Redis responds', async () => {
			const { status, message } = await test({ redisUrl: simulator.url.replace('http', 'redis') });
			expect(status).toBe('Error');
			expect(message).toMatch(/^What responds at 'Redis URL' .* is not Redis/);
		});

		it('says that nothing responds in time', async () => {
			const silent = createServer().listen(0);
			const { port } = silent.address() as AddressInfo;
			const { status, message } = await test({ redisUrl: `redis://127.0.0.1:${port}` });
			silent.close();
			expect(status).toBe('Error');
			expect(message).toMatch(/^Redis does not respond in time\. .*'Redis URL'/);
		});
	});

	it('has different messages for a wrong token, an expired token, a wrong ID and an unreachable host', async () => {
		const results = await Promise.all([
			test({ accessToken: 'EAAwrong' }),
			test({ accessToken: business.expiredAccessToken }),
			test({ phoneNumberId: '999' }),
			test({ baseUrl: 'http://127.0.0.1:9' }),
		]);
		expect(new Set(results.map(({ message }) => message)).size).toBe(4);
	});

	it('reports that the host is not a Graph API', async () => {
		const server = await startServer((_request, response) => response.end('<html>Welcome</html>'));
		expect((await test({ baseUrl: server.url })).message).toMatch(/not the JSON/);
		await server.stop();
	});

	it('is tested in the same way from both nodes', () => {
		for (const { description, methods } of [
			new WhatsAppBusiness(),
			new WhatsAppBusinessTrigger(),
		]) {
			const testedBy = String(description.credentials?.[0]?.testedBy);
			expect(Object.keys(methods.credentialTest)).toContain(testedBy);
		}
	});

	it('keeps every secret in a password field', () => {
		const { properties } = new WhatsAppBusinessApi();
		const secret = properties.filter(({ name }) => /token|secret|key|pass/i.test(name));
		expect(secret.length).toBeGreaterThanOrEqual(3);
		expect(secret.filter(({ typeOptions }) => !typeOptions?.password)).toEqual([]);
	});
});

describe("the credential in n8n's HTTP Request node", () => {
	const authenticate = (url: string, changes: Partial<CredentialData> = {}) =>
		new WhatsAppBusinessApi().authenticate({ ...credentialFor(simulator.url, changes) }, { url });

	it('adds the token and the proof, which the API accepts', async () => {
		const { headers, qs, url } = await authenticate(`${simulator.url}/v26.0/me`);
		const query = new URLSearchParams(qs as Record<string, string>).toString();
		const response = await fetch(`${url}?${query}`, { headers: headers as Record<string, string> });
		expect(await response.json()).toMatchObject({ id: business.user.id });
		expect(query).toMatch(/^appsecret_proof=[0-9a-f]{64}$/);
	});

	it('reads the URL from url and from uri', async () => {
		const request = { uri: `${simulator.url}/v26.0/me` } as unknown as IHttpRequestOptions;
		const credential = { ...credentialFor(simulator.url) };
		const { headers } = await new WhatsAppBusinessApi().authenticate(credential, request);
		expect(headers).toHaveProperty('authorization');
	});

	it.each(['https://evil.example/me', 'https://graph.facebook.com.evil.example/'])(
		'does not send the token to %s',
		async (url) => {
			await expect(authenticate(url)).rejects.toThrow(/is not sent to/);
		},
	);

	// n8n keeps a header on a redirect to another host if it is called 'Authorization', or if nothing forbids it.
	it('lets no redirect carry the token', async () => {
		const request = await authenticate(`${simulator.url}/v26.0/me`);
		expect(request).toMatchObject({ sendCredentialsOnCrossOriginRedirect: false });
		expect(request.headers).not.toHaveProperty('Authorization');
	});

	it("sends the token to Meta's media host", async () => {
		const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';
		expect((await authenticate(url)).headers).toMatchObject({
			authorization: `Bearer ${business.accessToken}`,
		});
	});
});

describe('the fields of the credential, and those behind the switch,', () => {
	const { properties } = new WhatsAppBusinessApi();
	const saved: INodeParameters = {
		...credentialFor('https://gateway.example', { apiVersion: 'v24.0' }),
		webhookVerifyToken: 'x',
	};
	/** What n8n hands to a node, or saves. */
	const values = (data: INodeParameters, withDefaults: boolean) =>
		NodeHelpers.getNodeParameters(properties, data, withDefaults, false, null, null) ?? {};
	const shown = (data: INodeParameters) =>
		properties
			.filter((property) => NodeHelpers.displayParameter(data, property, null, null))
			.map(({ name }) => name);

	it.each([undefined, false, true])('keep their values if it is %s', (showAdvanced) => {
		const data = { ...saved, ...(showAdvanced !== undefined && { showAdvanced }) };
		expect(values(data, true)).toMatchObject(saved);
		const { host, baseUrl, appId, webhookVerifyToken } = saved;
		expect(values(data, false)).toMatchObject({ host, baseUrl, appId, webhookVerifyToken });
	});

	const byDefault: INodeParameters = Object.fromEntries<NodeParameterValueType>(
		properties.map(({ name, default: value }) => [name, value]),
	);
	const fieldsOf: Array<[HostName, simple: string[], advanced: string[]]> = [
		[
			'meta',
			['accessToken', 'appSecret', 'phoneNumberId', 'businessAccountId'],
			['appId', 'webhookVerifyToken', 'flowsPrivateKey', 'flowsPrivateKeyPassphrase', 'apiVersion'],
		],
		['kapso', ['apiKey', 'phoneNumberId', 'businessAccountId'], ['baseUrl', 'apiVersion']],
		['dialog360', ['apiKey', 'phoneNumberId'], ['baseUrl']],
		[
			'onPremises',
			[
				'baseUrl',
				'accessToken',
				'username',
				'password',
				'phoneNumberId',
				'hookSecret',
				'templateNamespace',
			],
			['caCertificate'],
		],
		[
			'custom',
			['baseUrl', 'accessToken', 'appSecret', 'phoneNumberId', 'businessAccountId'],
			['appId', 'webhookVerifyToken', 'flowsPrivateKey', 'flowsPrivateKeyPassphrase', 'apiVersion'],
		],
	];

	it.each(fieldsOf)('are hidden in a new credential for %s', (host, simple) => {
		expect(shown({ ...byDefault, host })).toEqual([
			'host',
			...simple,
			'defaultCountry',
			'showAdvanced',
		]);
	});

	it.each(fieldsOf)('of %s are shown with the switch on', (host, simple, behind) => {
		expect(shown({ ...byDefault, host, showAdvanced: true })).toEqual([
			'host',
			...simple,
			'defaultCountry',
			'showAdvanced',
			...behind,
			'redisUrl',
		]);
	});

	it.each(fieldsOf)('of %s are named by the switch', (host, _simple, behind) => {
		const isShown = (property: INodeProperties) =>
			NodeHelpers.displayParameter({ ...byDefault, host }, property, null, null);
		const nameOf = (name: string) => properties.find((field) => field.name === name)?.displayName;
		const { hint } =
			properties.find((field) => field.name === 'showAdvanced' && isShown(field)) ?? {};
		expect(hint).toBe([...behind, 'redisUrl'].map(nameOf).join(', '));
	});

	it.each(fieldsOf)('of %s keep their values, and no other host gets any', (host, ...own) => {
		const everything = Object.fromEntries(properties.map(({ name }) => [name, `1`]));
		const typed = { ...everything, host, showAdvanced: true };
		const common = ['host', 'defaultCountry', 'showAdvanced', 'redisUrl'];
		for (const withDefaults of [true, false]) {
			const kept = Object.keys(values(typed, withDefaults));
			// Of the defaults, n8n saves none.
			const names = [...common, ...own.flat()].filter(
				(name) => withDefaults || name !== 'host' || host !== 'meta',
			);
			expect(kept.sort()).toEqual(names.sort());
		}
	});

	it("are those of Meta's Cloud API if no host is stored", () => {
		expect(shown({})).toEqual(expect.arrayContaining(['accessToken', 'appSecret']));
		expect(shown({})).not.toContain('apiKey');
		expect(values({ accessToken: 'EAA', appSecret: 'x' }, false)).toEqual({
			accessToken: 'EAA',
			appSecret: 'x',
		});
	});

	it.each([
		{},
		saved,
		{ ...saved, showAdvanced: false },
		{ ...saved, showAdvanced: true },
		...fieldsOf.flatMap(([host]) => [
			{ host },
			{ ...saved, host },
			{ ...saved, host, showAdvanced: true },
		]),
	])('are never there twice', (data) => {
		const names = shown(data);
		expect(names).toEqual([...new Set(names)]);
	});

	it('have their defaults in a node', () => {
		const credential = values({ accessToken: 'EAA', showAdvanced: false }, true);
		const { baseUrl } = connectionFromCredential(credential as unknown as CredentialData);
		expect(baseUrl).toBe('https://graph.facebook.com/v26.0');
	});

	// Of fields with `show`, n8n makes fields that are required with one value and refused with all others.
	it('can all be sent to the public API', () => {
		expect(properties.filter(({ displayOptions }) => displayOptions?.show)).toEqual([]);
		const required = properties.filter((property) => property.required).map(({ name }) => name);
		expect([...new Set(required)]).toEqual(['accessToken']);
	});
});

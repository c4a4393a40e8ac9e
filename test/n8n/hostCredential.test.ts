import type {
	IBinaryKeyData,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameters,
} from 'n8n-workflow';

import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { searchPhoneNumbers } from '../../nodes/shared/listSearch/phoneNumbers';
import { searchApps } from '../../nodes/WhatsAppBusiness/listSearch/apps';
import { searchCatalogs } from '../../nodes/WhatsAppBusiness/listSearch/catalogs';
import { searchFlows } from '../../nodes/WhatsAppBusiness/listSearch/flows';
import { searchGroups } from '../../nodes/WhatsAppBusiness/listSearch/groups';
import {
	searchTemplateIds,
	searchTemplates,
} from '../../nodes/WhatsAppBusiness/listSearch/templates';
import { searchWabas } from '../../nodes/WhatsAppBusiness/listSearch/wabas';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { editorWith } from '../support/editor';
import { runNode } from '../support/engine';
import { files } from '../support/files';
import { keepOneNumber } from '../support/tokenAlone';

const [number, otherNumber] = business.phoneNumbers;
const digits = number.displayPhoneNumber.replace(/\D/g, '');

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(async () => {
	await simulator.reset();
	simulator.updateSettings({ hosts: ['kapso', '360dialog', 'onPremises'] });
	processState.reset();
});
afterAll(() => simulator.stop());

type OtherHost = 'kapso' | 'dialog360' | 'onPremises';

/** A credential with nothing but what the host needs. */
function credentialOf(host: OtherHost, changes: Partial<CredentialData> = {}): CredentialData {
	const secrets: Record<OtherHost, Partial<CredentialData>> = {
		kapso: { apiKey: business.kapsoApiKey, baseUrl: `${simulator.url}/kapso` },
		dialog360: { apiKey: business.dialog360ApiKey, baseUrl: `${simulator.url}/360dialog` },
		onPremises: {
			accessToken: business.onPremises.token,
			baseUrl: `${simulator.url}/onpremises`,
			phoneNumberId: digits,
		},
	};
	return { host, accessToken: '', phoneNumberId: '', ...secrets[host], ...changes };
}

async function test(host: OtherHost, changes: Partial<CredentialData> = {}) {
	const data = credentialOf(host, changes);
	const credential = { id: '1', name: 'Test', type: 'whatsAppBusinessApi', data };
	return await new WhatsAppBusiness().methods.credentialTest.testWhatsAppBusinessApi.call(
		{} as ICredentialTestFunctions,
		credential as unknown as ICredentialsDecrypted,
	);
}

async function run(
	host: OtherHost,
	parameters: INodeParameters,
	changes: Partial<CredentialData> = {},
	binary?: IBinaryKeyData,
) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters,
		credential: credentialOf(host, changes),
		items: [{ json: {}, binary }],
	});
	return { items: (outputs[0] ?? []).map(({ json }) => json), error };
}

const paths = () => simulator.requests().map(({ path }) => path);

describe('the test of a credential at another host', () => {
	const named = `${number.displayPhoneNumber} (${number.verifiedName})`;

	it.each<[OtherHost, Partial<CredentialData>, string]>([
		[
			'kapso',
			{ phoneNumberId: number.id, businessAccountId: business.waba.id },
			`Connected to ${named}`,
		],
		[
			'kapso',
			{ phoneNumberId: number.id },
			`Connected to ${named}. Found with the API key: WhatsApp Business Account ID ${business.waba.id}`,
		],
		['dialog360', { phoneNumberId: number.id }, `Connected to ${named}`],
		[
			'dialog360',
			{},
			`Connected to ${named}. Found with the API key: Phone Number ID ${number.id}`,
		],
		['onPremises', {}, 'The server accepts the credential. Its connection to WhatsApp: connected'],
		[
			'onPremises',
			{
				accessToken: '',
				username: business.onPremises.username,
				password: business.onPremises.password,
			},
			'The server accepts the credential. Its connection to WhatsApp: connected',
		],
	])('%s with %j says what it found', async (host, changes, message) => {
		expect(await test(host, changes)).toEqual({ status: 'OK', message });
	});

	it('fills in the only number of a Kapso project', async () => {
		keepOneNumber(simulator);
		expect(await test('kapso')).toEqual({
			status: 'OK',
			message: `Connected to ${named}. Found with the API key: Phone Number ID ${number.id}, WhatsApp Business Account ID ${business.waba.id}`,
		});
	});

	it('shows the numbers of a Kapso project to choose from', async () => {
		const { status, message } = await test('kapso');
		expect(status).toBe('OK');
		expect(message).toMatch(
			/^The API key works\. 'Phone Number ID' is empty, and the API key can use 2 numbers: /,
		);
		expect(message).toContain(`${otherNumber.displayPhoneNumber} (ID ${otherNumber.id})`);
	});

	it.each<[OtherHost, string, Partial<CredentialData>, RegExp]>([
		['kapso', 'a wrong key', { apiKey: 'wrong' }, /^Kapso does not accept the API key\. Create/],
		['kapso', 'no key', { apiKey: '' }, /^The credential has no API key\. .*'API Key'/],
		[
			'kapso',
			'a number of another project',
			{ phoneNumberId: '999' },
			/^'Phone Number ID' in the credential is not the ID of a phone number that the API key can use\. .*app\.kapso\.ai/,
		],
		[
			'kapso',
			'the number instead of its ID',
			{ phoneNumberId: digits },
			new RegExp(`is a phone number and not the ID of .* Enter its ID instead: ${number.id}`),
		],
		[
			'kapso',
			'an account of another project',
			{ phoneNumberId: number.id, businessAccountId: '999' },
			/^'WhatsApp Business Account ID' in the credential is not the ID of .* the API key can use/,
		],
		[
			'kapso',
			'the number as the account',
			{ phoneNumberId: number.id, businessAccountId: number.id },
			/^'WhatsApp Business Account ID' in the credential is the ID of a phone number/,
		],
		['kapso', 'an unreachable host', { baseUrl: 'http://127.0.0.1:9' }, /did not reach/],
		['dialog360', 'a wrong key', { apiKey: 'wrong' }, /^360dialog does not accept the API key\./],
		[
			'dialog360',
			'the ID of another number',
			{ phoneNumberId: otherNumber.id },
			/^'Phone Number ID' in the credential is not the ID of a phone number that the API key can use\./,
		],
		['onPremises', 'a wrong token', { accessToken: 'wrong' }, /'Access Token'/],
		[
			'onPremises',
			'a wrong password',
			{ accessToken: '', username: 'admin', password: 'wrong' },
			/^The log-in failed: .* 'Username' and 'Password'/,
		],
		[
			'onPremises',
			'a wrong token',
			{ accessToken: 'other' },
			/^The server denied access\. Details: .* \(error code 1005\)/,
		],
		['onPremises', 'no base URL', { baseUrl: '' }, /^The base URL/],
		[
			'onPremises',
			'no number',
			{ phoneNumberId: '' },
			/^'Phone Number ID' is empty, and the server does not name its number\. Fill it in\. Enter/,
		],
	])('%s reports %s', async (host, _name, changes, expected) => {
		const { status, message } = await test(host, changes);
		expect(status).toBe('Error');
		expect(message).toMatch(expected);
		expect(message).not.toContain('wrong');
	});

	it("asks none of Meta's questions about tokens", async () => {
		await Promise.all([test('kapso'), test('dialog360'), test('onPremises')]);
		expect(paths().filter((path) => /\/me\b|debug_token/.test(path))).toEqual([]);
	});
});

describe('a node with a credential of another host', () => {
	const sendText = {
		resource: 'message',
		operation: 'sendText',
		to: business.customers[0].waId,
		text: 'Hello',
	};

	it.each<[OtherHost]>([['dialog360'], ['onPremises']])(
		'%s sends with the secret alone',
		async (host) => {
			// A server sends only to people whom it has looked up.
			const check = { resource: 'contact', operation: 'check', phoneNumbers: sendText.to };
			if (host === 'onPremises') expect((await run(host, check)).error).toBeUndefined();
			const { error } = await run(host, sendText);
			expect(error).toBeUndefined();
			expect(simulator.messages().map(({ phoneNumberId }) => phoneNumberId)).toEqual([number.id]);
		},
	);

	it('kapso sends with the key alone from the only number', async () => {
		keepOneNumber(simulator);
		const { error } = await run('kapso', sendText);
		expect(error).toBeUndefined();
		expect(simulator.messages()).toHaveLength(1);
	});

	it('kapso names the numbers if there are several', async () => {
		const { error } = await run('kapso', sendText);
		expect(error?.message).toMatch(/'Phone Number ID' is empty .* the API key can use 2 numbers/);
		expect(simulator.messages()).toEqual([]);
	});

	it('kapso sends from the number that the item chooses', async () => {
		const sender = { __rl: true, mode: 'id', value: otherNumber.id };
		const { error } = await run('kapso', { ...sendText, sender });
		expect(error).toBeUndefined();
		expect(simulator.messages().map(({ phoneNumberId }) => phoneNumberId)).toEqual([
			otherNumber.id,
		]);
	});

	it.each<[OtherHost]>([['dialog360'], ['onPremises']])(
		'%s does not send from another number',
		async (host) => {
			const sender = { __rl: true, mode: 'id', value: otherNumber.id };
			const { error } = await run(host, { ...sendText, sender });
			expect(error?.message).toMatch(/^'Sender' is another number than the credential's/);
			expect(simulator.messages()).toEqual([]);
		},
	);

	it.each<[OtherHost]>([['kapso'], ['dialog360']])(
		'%s lists templates without the ID of an account',
		async (host) => {
			keepOneNumber(simulator);
			const { items, error } = await run(host, {
				resource: 'template',
				operation: 'getMany',
				returnAll: true,
			});
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(1);
		},
	);

	it('kapso reads and deletes a file with the key alone', async () => {
		keepOneNumber(simulator);
		const binary = { data: files.png };
		const [uploaded] = (await run('kapso', { resource: 'media', operation: 'upload' }, {}, binary))
			.items;
		processState.reset();
		for (const operation of ['get', 'download', 'delete']) {
			const mediaId = String(uploaded?.id);
			const { error } = await run('kapso', { resource: 'media', operation, mediaId });
			expect(error).toBeUndefined();
		}
	});
});

describe('the check of the setup at another host', () => {
	const checkSetup = async (host: OtherHost, changes: Partial<CredentialData> = {}) => {
		const { items } = await run(host, { resource: 'account', operation: 'checkSetup' }, changes);
		return new Map(items.map(({ check, ...finding }) => [check, finding]));
	};

	it.each<[OtherHost, Partial<CredentialData>, string]>([
		[
			'kapso',
			{ phoneNumberId: number.id },
			`Kapso accepts the credential. Numbers: ${number.displayPhoneNumber}, ${otherNumber.displayPhoneNumber}`,
		],
		['dialog360', {}, `360dialog accepts the credential. Numbers: ${number.displayPhoneNumber}`],
		['onPremises', {}, 'The server accepts the credential. Its connection to WhatsApp: connected'],
	])(
		'%s begins with the credential and has nothing of an app of ours',
		async (host, changes, found) => {
			const findings = await checkSetup(host, changes);
			expect([...findings.entries()][0]).toEqual(['Credential', { ok: true, found, todo: '' }]);
			for (const check of ['Access Token', 'App Secret', 'App Subscription', 'Webhook Fields']) {
				expect(findings.has(check)).toBe(false);
			}
			// What a host does not offer is no mistake.
			const wrong = [...findings].filter(([, { ok }]) => ok === false).map(([check]) => check);
			expect(wrong).toEqual(host === 'onPremises' ? [] : ['Templates']);
		},
	);

	it('says of each check that Kapso does not offer why it was left out', async () => {
		const findings = await checkSetup('kapso', { phoneNumberId: number.id });
		const notSent = 'Not checked. Kapso does not document this call, so it is not sent there.';
		for (const check of ['Account', 'Payment Method']) {
			expect(findings.get(check)).toEqual({ ok: null, found: notSent, todo: '' });
		}
	});

	it('says that the key is wrong', async () => {
		const findings = await checkSetup('kapso', { apiKey: 'wrong' });
		expect(findings.get('Credential')).toMatchObject({
			ok: false,
			found: 'Kapso does not accept the API key.',
		});
	});
});

describe('a list of a node with a credential of another host', () => {
	type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;
	const listed = async (host: OtherHost, search: Search, changes?: Partial<CredentialData>) =>
		(await search.call(editorWith(credentialOf(host, changes)))).results;
	const names = async (...of: Parameters<typeof listed>) =>
		(await listed(...of)).map(({ name }) => name);
	const shown = ({ displayPhoneNumber, verifiedName }: (typeof business.phoneNumbers)[number]) =>
		expect.stringContaining(`${displayPhoneNumber} · ${verifiedName}`) as string;

	it('has all numbers of a Kapso project, without links to Meta', async () => {
		const results = await listed('kapso', searchPhoneNumbers);
		expect(results.map(({ name }) => name)).toEqual([shown(number), shown(otherNumber)]);
		expect(results.map(({ value }) => value)).toEqual([number.id, otherNumber.id]);
		expect(results.map(({ url }) => url)).toEqual([undefined, undefined]);
	});

	it("has the number of 360dialog's key", async () => {
		expect(await names('dialog360', searchPhoneNumbers)).toEqual([shown(number)]);
	});

	it('says that an On-Premises server does not name its number', async () => {
		await expect(listed('onPremises', searchPhoneNumbers)).rejects.toThrow(
			/the server does not name its number/,
		);
	});

	it("has the accounts of a Kapso project's numbers", async () => {
		const results = await listed('kapso', searchWabas);
		expect(results.map(({ value }) => value)).toEqual([business.waba.id]);
	});

	it.each<[OtherHost, string, Search]>([
		['kapso', 'templates', searchTemplates],
		['kapso', 'templates by ID', searchTemplateIds],
		['kapso', 'Flows', searchFlows],
		['kapso', 'catalogs', searchCatalogs],
		['dialog360', 'templates', searchTemplates],
		['dialog360', 'templates by ID', searchTemplateIds],
	])('of %s has %s with the key alone', async (host, _name, search) => {
		expect((await listed(host, search)).length).toBeGreaterThan(0);
	});

	it.each<[OtherHost, string, Search]>([
		['kapso', 'groups', searchGroups],
		['kapso', 'apps', searchApps],
		['dialog360', 'catalogs', searchCatalogs],
		['dialog360', 'apps', searchApps],
		['onPremises', 'templates', searchTemplates],
		['onPremises', 'Flows', searchFlows],
		['onPremises', 'catalogs', searchCatalogs],
	])('of %s says why it has no %s', async (host, _name, search) => {
		const hostNames: Record<OtherHost, RegExp> = {
			kapso: /Kapso/,
			dialog360: /360dialog/,
			onPremises: /On-Premises/,
		};
		keepOneNumber(simulator);
		await expect(listed(host, search)).rejects.toThrow(hostNames[host]);
	});
});

describe("another host's credential in n8n's HTTP Request node", () => {
	it.each<[OtherHost, Partial<CredentialData>, string]>([
		['kapso', {}, '/kapso/platform/v1/whatsapp/phone_numbers'],
		['kapso', {}, `/kapso/meta/whatsapp/v24.0/${number.id}`],
		['dialog360', {}, '/360dialog/v1/configs/webhook'],
		['onPremises', {}, '/onpremises/v1/settings/application'],
		[
			'onPremises',
			{ accessToken: '', username: 'admin', password: business.onPremises.password },
			'/onpremises/v1/settings/application',
		],
	])('%s %j lets it call %s', async (host, changes, path) => {
		const request = { url: `${simulator.url}${path}` };
		const credential = { ...credentialOf(host, changes) };
		const { url, headers } = await new WhatsAppBusinessApi().authenticate(credential, request);
		const response = await fetch(url, { headers: headers as Record<string, string> });
		expect(response.status).toBe(200);
	});

	it.each<[OtherHost]>([['kapso'], ['dialog360'], ['onPremises']])(
		"%s keeps its secret from Meta's hosts",
		async (host) => {
			const credential = { ...credentialOf(host) };
			const request = { url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/' };
			await expect(new WhatsAppBusinessApi().authenticate(credential, request)).rejects.toThrow(
				/is not sent to lookaside\.fbsbx\.com/,
			);
		},
	);
});

import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { seededPhoneNumbers } from '../../simulator/phoneNumbers/phoneNumber';
import type { PhoneNumber } from '../../simulator/phoneNumbers/phoneNumber';
import { runNode } from '../support/engine';
import { addAccount, grant, keepOneNumber, tokenAlone } from '../support/tokenAlone';

const [number, otherNumber] = business.phoneNumbers;
const sendText = { resource: 'message', operation: 'sendText', to: business.customers[0].waId };
const getAccount = { resource: 'account', operation: 'get' };
const getPath = (path: string) => ({ resource: 'rawApi', operation: 'get', path });

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

async function run(
	parameters: INodeParameters,
	{
		items = 1,
		settings = {},
		changes = {},
	}: { items?: number; settings?: Partial<INode>; changes?: Partial<CredentialData> } = {},
) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { text: 'Hello', ...parameters },
		credential: tokenAlone(simulator.url, changes),
		items: Array.from({ length: items }, () => ({ json: {} })),
		settings,
	});
	return { items: (outputs[0] ?? []).map(({ json }) => json), error };
}

const paths = () => simulator.requests().map(({ path }) => path.replace('/v26.0/', ''));
const senders = () => simulator.messages().map(({ phoneNumberId }) => phoneNumberId);

describe('a credential with the token alone', () => {
	it('sends from the only number of the only account', async () => {
		keepOneNumber(simulator);
		const { error } = await run(sendText, { items: 3 });
		expect(error).toBeUndefined();
		expect(senders()).toEqual([number.id, number.id, number.id]);
		expect(paths().slice(0, 2)).toEqual(['debug_token', `${business.waba.id}/phone_numbers`]);
		expect(paths()).toHaveLength(5);
	});

	it('asks Meta again only after some minutes, or in another process', async () => {
		keepOneNumber(simulator);
		await run(sendText);
		await run(sendText);
		expect(paths().filter((path) => path === 'debug_token')).toHaveLength(1);
		processState.reset();
		await run(sendText);
		expect(paths().filter((path) => path === 'debug_token')).toHaveLength(2);
	});

	it('finds the account of each page of numbers', async () => {
		const spare = simulator.state.phoneNumbers[1];
		if (!spare) throw new Error('There is no second number');
		for (let index = 0; index < 150; index++) {
			simulator.state.phoneNumbers.push({ ...spare, id: `5${index}` });
		}
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/the token can use 152 numbers: .* and 142 more$/);
	});

	it.each([
		['one permission', ['whatsapp_business_management']],
		['both permissions', undefined],
	])('looks at the assigned accounts if %s cover all', async (_name, scopes) => {
		keepOneNumber(simulator);
		grant(simulator, undefined, scopes);
		expect((await run(sendText)).error).toBeUndefined();
		expect(paths()[1]).toBe('me/assigned_whatsapp_business_accounts');
		expect(senders()).toEqual([number.id]);
	});

	it('finds the account for an operation that needs it, and no more', async () => {
		const { items } = await run(getAccount);
		expect(items).toMatchObject([{ id: business.waba.id }]);
		expect(paths()).toEqual(['debug_token', business.waba.id]);
	});

	it('finds the app for an operation that needs it, and no more', async () => {
		const { items } = await run(getPath('/{appId}'));
		expect(items).toMatchObject([{ id: business.app.id }]);
		expect(paths()).toEqual(['debug_token', business.app.id]);
	});

	it('finds several IDs for one request', async () => {
		keepOneNumber(simulator);
		const { error } = await run({
			...getPath('/{wabaId}?fields={phoneNumberId}'),
			path: '/{phoneNumberId}/{wabaId}/{appId}',
		});
		expect(error).toMatchObject({ name: 'NodeApiError' });
		expect(paths().at(-1)).toBe(`${number.id}/${business.waba.id}/${business.app.id}`);
	});

	it('makes no other call if the IDs are chosen in the node', async () => {
		const options = { senderPhoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id } };
		await run({ ...sendText, options });
		expect(paths()).toEqual([`${otherNumber.id}/messages`]);
	});

	it('makes no other call if the operation needs no ID', async () => {
		await run(getPath('/me'));
		expect(paths()).toEqual(['me']);
	});

	it('shows the text of a template', async () => {
		keepOneNumber(simulator);
		const { items } = await run({
			resource: 'message',
			operation: 'sendTemplate',
			to: business.customers[0].waId,
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
		});
		expect(items).toMatchObject([{ text: expect.stringContaining('Hello World') }]);
	});

	it('finds the numbers of the account in the credential without asking about the token', async () => {
		keepOneNumber(simulator);
		await run(sendText, { changes: { businessAccountId: business.waba.id } });
		expect(paths()[0]).toBe(`${business.waba.id}/phone_numbers`);
	});
});

describe('a token that can use several numbers', () => {
	it('sends nothing and lists the numbers', async () => {
		const { error } = await run(sendText);
		expect(error?.message).toBe(
			`'Phone Number ID' is empty in the credential, and the token can use 2 numbers: ${number.displayPhoneNumber} (ID ${number.id}), ${otherNumber.displayPhoneNumber} (ID ${otherNumber.id})`,
		);
		expect(error?.description).toMatch(/choose one in 'Sender'.*WhatsApp → API Setup/);
		expect(simulator.messages()).toEqual([]);
	});

	it('names the option that chooses one where there is no field', async () => {
		const { error } = await run({
			resource: 'blockedUser',
			operation: 'block',
			users: business.customers[0].waId,
		});
		expect(error?.description).toContain("choose one with the option 'Phone Number'");
	});

	it('says so in each item if the node continues on fail, and asks once', async () => {
		const { items } = await run(sendText, {
			items: 3,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items).toHaveLength(3);
		for (const item of items) {
			expect(item).toMatchObject({
				message: expect.stringMatching(/the token can use 2 numbers/),
				error: { field: 'Phone Number ID', safeToSendAgain: true },
			});
		}
		expect(paths()).toEqual(['debug_token', `${business.waba.id}/phone_numbers`]);
	});

	it('sends the items that choose one', async () => {
		const chosen = `={{ $itemIndex === 1 ? '${otherNumber.id}' : undefined }}`;
		const { items } = await run(
			{ ...sendText, options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: chosen } } },
			{ items: 2, settings: { onError: 'continueRegularOutput' } },
		);
		expect(items[0]).toHaveProperty('error');
		expect(items[1]).toHaveProperty('messageId');
		expect(senders()).toEqual([otherNumber.id]);
	});
});

describe('a token that can use several accounts', () => {
	it('lists the accounts', async () => {
		const second = addAccount(simulator);
		const { error } = await run(getAccount);
		expect(error?.message).toMatch(
			`the token can use 2 WhatsApp Business Accounts: ${business.waba.id}, ${second}`,
		);
	});

	it('lists the numbers of all accounts', async () => {
		addAccount(simulator);
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/the token can use 2 numbers/);
	});

	it("uses the account of the credential's number", async () => {
		const second = addAccount(simulator);
		const { items } = await run(getAccount, { changes: { phoneNumberId: otherNumber.id } });
		expect(items).toMatchObject([{ id: second }]);
	});

	it('uses the only number, and its account', async () => {
		addAccount(simulator);
		keepOneNumber(simulator);
		expect((await run(sendText)).error).toBeUndefined();
		expect((await run(getAccount)).items).toMatchObject([{ id: business.waba.id }]);
	});

	it('passes over an account that Meta refuses', async () => {
		keepOneNumber(simulator);
		grant(simulator, [business.waba.id, '404']);
		expect((await run(sendText)).error).toBeUndefined();
		expect(senders()).toEqual([number.id]);
	});

	it('does not pass over an account that could not be read', async () => {
		keepOneNumber(simulator);
		const second = addAccount(simulator);
		simulator.addFaults({ kind: 'graphError', code: 131000, path: `/${second}/phone_numbers` });
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/^'Phone Number ID' is empty .* could not be looked up/);
		expect(simulator.messages()).toEqual([]);
	});
});

describe('what cannot be found', () => {
	it('names the permission that the token lacks', async () => {
		grant(simulator, undefined, []);
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/the token lacks the permission whatsapp_business_management/);
		expect(error?.description).toMatch(/WhatsApp → API Setup/);
	});

	it('names the permission if Meta refuses the account', async () => {
		grant(simulator, [business.waba.id], ['whatsapp_business_messaging']);
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/^'Phone Number ID' is empty .* lacks a permission/);
		expect(error?.description).toMatch(/whatsapp_business_management/);
	});

	it('says that the account has no number', async () => {
		simulator.state.phoneNumbers.splice(0);
		expect((await run(sendText)).error?.message).toMatch(/its account has no number yet$/);
	});

	it('says that no account is assigned', async () => {
		grant(simulator);
		simulator.state.wabas.splice(0);
		expect((await run(sendText)).error?.message).toMatch(
			/no WhatsApp Business Account is assigned/,
		);
	});

	it('shows little of what a host calls its numbers', async () => {
		for (const each of simulator.state.phoneNumbers) each.displayPhoneNumber = '9'.repeat(100_000);
		simulator.state.phoneNumbers.push({ ...seededPhoneNumbers()[0], id: 'x/../y' } as PhoneNumber);
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/the token can use 2 numbers: 9{30} \(ID \d+\), 9{30} /);
	});

	it.each([
		['wrong', 'EAAwrong', /^The access token is expired or invalid/],
		['expired', business.expiredAccessToken, /expired/],
	])('keeps the error of a token that is %s', async (_name, accessToken, message) => {
		const direct = { phoneNumberId: number.id };
		const { error } = await run(sendText, { changes: { accessToken } });
		expect(error?.message).toMatch(message);
		processState.reset();
		const known = await run(sendText, { changes: { accessToken, ...direct } });
		expect(error?.message).toBe(known.error?.message);
	});

	it('gives each item the error of the lookup if the node continues on fail', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const changes = { accessToken: 'EAAwrong' };
		const { items } = await run(sendText, { items: 2, settings, changes });
		for (const { error } of items) expect(error).toMatchObject({ code: 190 });
		expect(paths()).toEqual(['debug_token']);
	});

	it('puts no token into an error', async () => {
		simulator.addFaults({
			kind: 'graphError',
			code: 100,
			message: `Cannot parse ${business.accessToken}`,
			path: '/debug_token',
		});
		const { error } = await run(sendText);
		expect(error?.message).toMatch(/could not be looked up/);
		expect(JSON.stringify(error)).not.toContain(business.accessToken);
	});
});

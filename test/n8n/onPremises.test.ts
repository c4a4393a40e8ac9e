import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator';
import type { Simulator } from '../../simulator';
import { runNode } from '../support/engine';
import { files } from '../support/files';
import { startOnPremisesServer } from '../support/onPremisesServer';

const [customer] = business.customers;
const { newAdministrator, token } = business.onPremises;

let simulator: Simulator;
let credential: CredentialData;

describe('a server in the On-Premises format', () => {
	beforeAll(async () => {
		({ simulator, credential } = await startOnPremisesServer());
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		processState.reset();
		await simulator.reset();
		simulator.updateSettings({ hosts: ['onPremises'] });
	});

	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		using: CredentialData = credential,
		items: INodeExecutionData[] = [{ json: {} }],
	) =>
		await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource, operation, ...parameters },
			credential: using,
			items,
		});

	/** The output of a run that must succeed. */
	async function outputOf(...called: Parameters<typeof run>): Promise<IDataObject[]> {
		const { outputs, error } = await run(...called);
		expect(error).toBeUndefined();
		return (outputs[0] ?? []).map(({ json }) => json);
	}

	const to = `+${customer.waId}`;
	const calls = () => simulator.requests().map(({ method, path }) => `${method} ${path}`);

	it('sends texts after one log-in, and has a number checked that the server does not know', async () => {
		for (const text of ['Hello', 'again']) await outputOf('message', 'sendText', { to, text });
		expect(simulator.messages()).toHaveLength(2);
		expect(calls().map((call) => call.replace('/onpremises/v1', ''))).toEqual([
			'POST /users/login',
			'POST /messages',
			'POST /contacts',
			'POST /messages',
			'POST /messages',
		]);
	});

	it('says that a number is not on WhatsApp, and sends it nothing', async () => {
		simulator.updateSettings({ notOnWhatsApp: [customer.waId] });
		const { error } = await run('message', 'sendText', { to, text: 'Hello' });
		expect(error?.message).toContain('not a WhatsApp user');
		expect(simulator.messages()).toEqual([]);
	});

	it('sends with a fixed token', async () => {
		const fixed = { ...credential, username: '', password: '', accessToken: token };
		await outputOf('message', 'sendText', { to, text: 'Hello' }, fixed);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('says that the password is wrong, and what a first log-in needs', async () => {
		const wrong = await run(
			'message',
			'sendText',
			{ to, text: 'Hi' },
			{ ...credential, password: 'x' },
		);
		expect(wrong.error?.message).toContain('refused the user name or the password');
		const first = { ...credential, ...newAdministrator };
		const { error } = await run('message', 'sendText', { to, text: 'Hi' }, first);
		expect(error?.message).toContain('new password first');
		expect(simulator.messages()).toEqual([]);
	});

	it('does not trust the certificate without the authority', async () => {
		const { error } = await run('group', 'getMany', {}, { ...credential, caCertificate: '' });
		expect(error?.message).toContain('not trusted');
	});

	it('checks contacts', async () => {
		const [checked] = await outputOf('contact', 'check', { phoneNumbers: to });
		expect(checked).toMatchObject({ contacts: [{ status: 'valid', wa_id: customer.waId }] });
	});

	it('reads and changes the profile, piece by piece', async () => {
		await outputOf('businessProfile', 'update', {
			updateFields: { about: 'Plants', description: 'For dry places' },
		});
		const [profile] = await outputOf('businessProfile', 'get');
		expect(profile).toMatchObject({ about: 'Plants', description: 'For dry places' });
	});

	it('uploads a file', async () => {
		const [uploaded] = await outputOf('media', 'upload', {}, credential, [
			{ json: {}, binary: { data: files.png } },
		]);
		expect(uploaded?.id).toEqual(expect.any(String));
	});

	it('makes, reads and leaves a group', async () => {
		const [made] = await outputOf('group', 'create', { subject: 'Plants' });
		const group = { group: { __rl: true, mode: 'id', value: made?.id as string } };
		const [read] = await outputOf('group', 'get', group);
		expect(read).toMatchObject({ id: made?.id, subject: 'Plants' });
		expect(await outputOf('group', 'delete', group)).toEqual([{ deleted: true }]);
	});

	it('refuses what the format has not', async () => {
		const { error } = await run('blockedUser', 'getMany');
		expect(error?.message).toContain('do not exist in the On-Premises format');
		expect(calls()).toEqual([]);
	});
});

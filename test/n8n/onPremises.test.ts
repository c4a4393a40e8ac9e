import type { INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { business } from '../../simulator';
import type { Simulator } from '../../simulator';
import { messageIdOf } from '../../simulator/hosts/onPremises/ids';
import { onPremisesOf } from '../../simulator/hosts/onPremises/state';
import { fileContent, files } from '../support/files';
import { nodeRuns } from '../support/nodeRuns';
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

	const { run, outputOf } = nodeRuns(() => credential);

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
		await outputOf('message', 'sendText', { to, text: 'Hello' }, { using: fixed });
		expect(simulator.messages()).toHaveLength(1);
	});

	it('says that the password is wrong, and what a first log-in needs', async () => {
		const wrong = await run(
			'message',
			'sendText',
			{ to, text: 'Hi' },
			{ using: { ...credential, password: 'x' } },
		);
		expect(wrong.error?.message).toContain('refused the username or the password');
		const first = { ...credential, ...newAdministrator };
		const { error } = await run('message', 'sendText', { to, text: 'Hi' }, { using: first });
		expect(error?.message).toContain('new password first');
		expect(simulator.messages()).toEqual([]);
	});

	it('does not trust the certificate without the authority', async () => {
		const { error } = await run(
			'group',
			'getMany',
			{},
			{ using: { ...credential, caCertificate: '' } },
		);
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

	it('sets the profile picture', async () => {
		const updateFields = { pictureBinaryProperty: 'data', about: 'With a picture' };
		const items = [{ json: {}, binary: { data: files.groupPicture } }];
		await outputOf('businessProfile', 'update', { updateFields }, { items });
		expect(calls().filter((call) => call.includes('/profile/'))).toEqual([
			'POST /onpremises/v1/settings/profile/photo',
			'PATCH /onpremises/v1/settings/profile/about',
		]);
		const [photo] = await outputOf('rawApi', 'get', {
			...{ path: '/settings/profile/photo', options: { responseFormat: 'file' } },
		});
		expect(photo).toBeDefined();
		const [profile] = await outputOf('businessProfile', 'get');
		expect(profile).toMatchObject({ about: 'With a picture' });
		expect(profile?.profile_picture_url).toEqual(expect.any(String));
	});

	it('uploads no other file to an app', async () => {
		const { error } = await run(
			'media',
			'createHeaderHandle',
			{},
			{ items: [{ json: {}, binary: { data: files.png } }] },
		);
		expect(error?.message).toContain('Uploads to an app do not exist');
		expect(calls()).toEqual([]);
	});

	it('shows the settings of the server without the secret in its callback URL', async () => {
		await outputOf('rawApi', 'patch', {
			path: '/settings/application',
			body: '{"webhooks": {"url": "https://n8n.example.com/webhook?secret=5e1f"}}',
		});
		const [settings] = await outputOf('phoneNumber', 'getSettings');
		expect(settings).toMatchObject({ webhooks: { url: 'https://n8n.example.com/webhook' } });
	});

	it('uploads a file', async () => {
		const [uploaded] = await outputOf(
			'media',
			'upload',
			{},
			{ items: [{ json: {}, binary: { data: files.png } }] },
		);
		expect(uploaded?.id).toEqual(expect.any(String));
	});

	it('makes, reads and leaves a group', async () => {
		const [made] = await outputOf('group', 'create', { subject: 'Plants' });
		const group = { group: { __rl: true, mode: 'id', value: made?.id as string } };
		const [read] = await outputOf('group', 'get', group);
		expect(read).toMatchObject({ id: made?.id, subject: 'Plants' });
		expect(await outputOf('group', 'delete', group)).toEqual([{ deleted: true }]);
	});

	it('marks a message as read', async () => {
		const { id } = await simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		await outputOf('message', 'markAsRead', { messageId: messageIdOf(id, true) });
		expect(calls().at(-1)).toBe(`PUT /onpremises/v1/messages/${messageIdOf(id, true)}`);
	});

	it('sends a template with the namespace of the credential', async () => {
		const template = {
			to,
			template: { __rl: true, mode: 'name', value: 'hello_world' },
			languageCode: 'en_US',
		};
		const other = { ...credential, templateNamespace: 'another' };
		const { error } = await run('message', 'sendTemplate', template, { using: other });
		expect(error).toBeDefined();
		expect(simulator.messages()).toEqual([]);
		await outputOf('message', 'sendTemplate', template);
		expect(simulator.messages()).toMatchObject([{ body: { template: { name: 'hello_world' } } }]);
	});

	it('downloads a file as it was uploaded', async () => {
		const [uploaded] = await outputOf(
			'media',
			'upload',
			{},
			{ items: [{ json: {}, binary: { data: files.png } }] },
		);
		const { outputs, error } = await run('media', 'download', { mediaId: uploaded?.id as string });
		expect(error).toBeUndefined();
		const file = outputs[0]?.[0]?.binary?.data;
		expect(file?.mimeType).toBe('image/png');
		expect(file?.data).toBe(files.png.data);
	});

	it('logs in once more when the server no longer takes the token', async () => {
		simulator.updateSettings({ onPremisesContactCheck: false });
		await outputOf('message', 'sendText', { to, text: 'Hello' });
		onPremisesOf(simulator.state).tokens.clear();
		await outputOf('message', 'sendText', { to, text: 'again' });
		expect(simulator.messages()).toHaveLength(2);
		expect(calls().map((call) => call.replace('/onpremises/v1', ''))).toEqual([
			'POST /users/login',
			'POST /messages',
			'POST /messages',
			'POST /users/login',
			'POST /messages',
		]);
	});

	it('gives up when a new token is refused, too, and sends nothing', async () => {
		simulator.updateSettings({ onPremisesTokenLifetimeMs: 0 });
		const { error } = await run('message', 'sendText', { to, text: 'Hello' });
		expect(error).toBeDefined();
		expect(simulator.messages()).toEqual([]);
		expect(calls().filter((call) => call.endsWith('/messages')).length).toBeLessThanOrEqual(2);
	});

	it.each<[string, INodeParameters]>([
		['a tap', { responseType: 'approval' }],
		['a reply that is written in the chat', { responseType: 'freeText' }],
		['a delivery', { responseType: 'delivery', text: 'Your code' }],
		['a reply on a web page', { responseType: 'freeText', answerIn: 'page' }],
	])('waits for %s', async (_what, asked) => {
		await outputOf('message', 'sendAndWait', { to, message: 'When?', ...asked });
		expect(simulator.messages()).toHaveLength(1);
	});

	it('changes the subject and the picture of a group', async () => {
		const { id } = business.group;
		await outputOf(
			'group',
			'update',
			{
				group: { __rl: true, mode: 'id', value: id },
				updateFields: { subject: 'Cacti', binaryPropertyName: 'data' },
			},
			{ items: [{ json: {}, binary: { data: files.groupPicture } }] },
		);
		expect(simulator.state.groups[0]?.subject).toBe('Cacti');
		const icon = onPremisesOf(simulator.state).icons.get(id);
		expect(icon?.content.equals(fileContent(files.groupPicture))).toBe(true);
	});

	it('deletes a file', async () => {
		const mediaId = business.media.id;
		expect(await outputOf('media', 'delete', { mediaId })).toEqual([{ deleted: true }]);
		expect(simulator.state.media.has(mediaId)).toBe(false);
	});

	it('refuses what the format has not', async () => {
		const { error } = await run('blockedUser', 'getMany');
		expect(error?.message).toContain('do not exist in the On-Premises format');
		expect(calls()).toEqual([]);
	});
});

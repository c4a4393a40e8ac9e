import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { business, startSimulator, type Simulator } from '../../../simulator';
import { onPremisesEndpoints } from '../../../simulator/hosts/onPremises/host';
import { ada, firstNumber, pablo, Receiver, secondNumber, start } from '../support';

let simulator: Simulator;
let token: string;
beforeEach(async () => {
	simulator = await start({ hosts: ['onPremises'] });
	token = await tokenOf(username, password);
});
afterEach(() => simulator.stop());

const { username, password, newAdministrator, hookSecret } = business.onPremises;

interface Response {
	status: number;
	body: Record<string, unknown>;
	headers: Headers;
}

/** Calls the server. A body that is a text or bytes is sent as it is, with the type given. */
async function call(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = { authorization: `Bearer ${token}` },
): Promise<Response> {
	const isContent = typeof body === 'string' || body instanceof Uint8Array;
	const response = await fetch(`${simulator.url}/onpremises/v1${path}`, {
		method,
		headers: {
			...(body !== undefined && !isContent && { 'content-type': 'application/json' }),
			...headers,
		},
		body: isContent ? new Uint8Array(Buffer.from(body)) : body && JSON.stringify(body),
	} as RequestInit);
	const text = await response.text();
	const json = text.startsWith('{') ? JSON.parse(text) : { text };
	return { status: response.status, body: json, headers: response.headers };
}

/** With the content type of a file. */
function file(type: string): Record<string, string> {
	return { authorization: `Bearer ${token}`, 'content-type': type };
}

function basic(name: string, secret: string): Record<string, string> {
	return { authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` };
}

async function tokenOf(name: string, secret: string): Promise<string> {
	const { body } = await call('POST', '/users/login', undefined, basic(name, secret));
	const [user] = body.users as Array<{ token: string }>;
	return user?.token ?? '';
}

const meta = { version: 'v2.53.3', api_status: 'stable' };

/** A response with one error. */
function refused(status: number, code: number, details: unknown = expect.any(String)): object {
	return { status, body: { meta, errors: [{ code, title: expect.any(String), details }] } };
}

const hello = { to: pablo.waId, type: 'text', text: { body: 'Hello' } };

function checkContact(waId: string = pablo.waId): Promise<Response> {
	return call('POST', '/contacts', { blocking: 'wait', contacts: [`+${waId}`] });
}

const groupPath = `/groups/${business.group.id}`;
const jpeg = (size: number) => {
	const frame = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	frame.writeUInt16BE(size, 7);
	frame.writeUInt16BE(size, 9);
	return Buffer.concat([frame, Buffer.alloc(8)]);
};
const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

describe('the On-Premises API, played by the simulator', () => {
	it('has these 55 endpoints', () => {
		const names = onPremisesEndpoints.map(({ method, path }) => `${method} ${path}`);
		expect(names.sort()).toEqual(
			[
				'POST /users/login',
				'POST /users',
				'GET /users/:user',
				'PUT /users/:user',
				'DELETE /users/:user',
				'POST /users/logout',
				'GET /settings/application',
				'PATCH /settings/application',
				'DELETE /settings/application',
				'GET /settings/application/media/providers',
				'POST /settings/application/media/providers',
				'DELETE /settings/application/media/providers/:provider',
				'POST /settings/backup',
				'POST /settings/restore',
				'GET /settings/business/profile',
				'POST /settings/business/profile',
				'GET /settings/profile/about',
				'PATCH /settings/profile/about',
				'POST /settings/account/two-step',
				'DELETE /settings/account/two-step',
				'GET /settings/profile/photo',
				'POST /settings/profile/photo',
				'DELETE /settings/profile/photo',
				'POST /account/shards',
				'POST /account/verify',
				'POST /account',
				'POST /contacts',
				'POST /messages',
				'PUT /messages/:message',
				'GET /groups',
				'POST /groups',
				'GET /groups/:group',
				'PUT /groups/:group',
				'GET /groups/:group/invite',
				'DELETE /groups/:group/invite',
				'DELETE /groups/:group/participants',
				'POST /groups/:group/leave',
				'GET /groups/:group/icon',
				'POST /groups/:group/icon',
				'DELETE /groups/:group/icon',
				'PATCH /groups/:group/admins',
				'DELETE /groups/:group/admins',
				'GET /health',
				'POST /media',
				'GET /media/:media',
				'DELETE /media/:media',
				'GET /stats/app',
				'GET /stats/db',
				'GET /metrics',
				'GET /support',
				'GET /certificates/external/ca',
				'POST /certificates/external',
				'GET /certificates/webhooks/ca',
				'POST /certificates/webhooks/ca',
				'DELETE /certificates/webhooks/ca',
			].sort(),
		);
	});

	describe('log-in', () => {
		it('gives a token for seven days', async () => {
			const before = Date.now();
			const { status, body } = await call('POST', '/users/login', {}, basic(username, password));
			expect({ status, body }).toMatchObject({
				status: 200,
				body: { users: [{ token: expect.stringMatching(/^eyJ/) }], meta },
			});
			const [user] = body.users as Array<{ expires_after: string }>;
			const text = user?.expires_after ?? '';
			expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00$/);
			const days = (Date.parse(text) - before) / 86_400_000;
			expect(days).toBeGreaterThan(6.99);
			expect(days).toBeLessThan(7.01);
		});

		it('ends after the time in the settings, and on log-out', async () => {
			expect((await call('GET', '/health')).status).toBe(200);
			await call('POST', '/users/logout');
			expect(await call('GET', '/health')).toMatchObject(refused(401, 1005, 'Invalid token'));
			simulator.updateSettings({ onPremisesTokenLifetimeMs: 0 });
			token = await tokenOf(username, password);
			expect(await call('GET', '/health')).toMatchObject(refused(401, 1005, 'Invalid token'));
		});

		it.each<[string, Record<string, string>, string]>([
			['no token', {}, 'Authentication required'],
			['another token', { authorization: 'Bearer x' }, 'Invalid token'],
			['a password instead of a token', basic(username, password), 'Authentication required'],
		])('is needed: not with %s', async (_what, headers, details) => {
			for (const path of ['/health', '/nowhere']) {
				expect(await call('GET', path, undefined, headers)).toMatchObject(
					refused(401, 1005, details),
				);
			}
		});

		it.each<[string, Record<string, string>]>([
			['without a password', {}],
			['with a wrong password', basic(username, 'x')],
			['of an unknown user', basic('nobody', password)],
		])('is refused %s', async (_what, headers) => {
			expect(await call('POST', '/users/login', undefined, headers)).toMatchObject(
				refused(401, 1005, 'Invalid credentials'),
			);
		});

		it('needs a new password the first time', async () => {
			const { username: name, password: first } = newAdministrator;
			const logIn = (secret: string, body?: unknown) =>
				call('POST', '/users/login', body, basic(name, secret));
			expect(await logIn(first)).toMatchObject(refused(401, 1024));
			expect(await logIn(first, { new_password: 'weak' })).toMatchObject(refused(400, 1009));
			expect((await logIn(first, { new_password: 'Stronger-1' })).status).toBe(200);
			expect((await logIn(first)).status).toBe(401);
			expect((await logIn('Stronger-1')).status).toBe(200);
		});

		it('is not needed with the fixed token of Turn.io', async () => {
			token = business.onPremises.token;
			simulator.updateSettings({ onPremisesTokenLifetimeMs: 0 });
			expect((await call('GET', '/settings/application')).status).toBe(200);
		});
	});

	it('has users who may send, and administrators who may do the rest', async () => {
		const users = [{ username: 'sender', ROLES: 'ROLE_USER' }];
		const sender = { username: 'sender', password: 'Sender-1234' };
		expect(await call('POST', '/users', sender)).toMatchObject({ status: 201, body: { users } });
		expect(await call('POST', '/users', sender)).toMatchObject(refused(409, 1004));
		expect((await call('GET', '/users/sender')).body).toEqual({ users, meta });
		const administrator = token;
		token = await tokenOf('sender', 'Sender-1234');
		expect((await checkContact()).status).toBe(200);
		expect(await call('GET', '/settings/application')).toMatchObject(refused(403, 1005));
		const asSender = token;
		token = administrator;
		await call('PUT', '/users/sender', { password: 'Sender-5678' });
		token = asSender;
		expect((await call('GET', '/health')).status).toBe(401);
		token = administrator;
		expect(await call('DELETE', '/users/sender')).toMatchObject({ body: { users } });
		expect(await call('GET', '/users/sender')).toMatchObject(refused(404, 1006));
	});

	it('responds to an unknown path with 404', async () => {
		expect(await call('GET', '/nowhere')).toMatchObject(refused(404, 1014, 'Endpoint not found'));
	});

	/** Each: a call that changes something, the call that shows it, and what that shows. */
	it.each<[string, unknown, number, string, object]>([
		[
			'PATCH /settings/application',
			{ webhooks: { url: 'http://n8n.test/x' }, sent_status: true },
			200,
			'/settings/application',
			{
				settings: {
					application: {
						callback_backoff_delay_ms: '3000',
						sent_status: true,
						webhooks: { url: 'http://n8n.test/x', max_concurrent_requests: 6 },
					},
				},
			},
		],
		[
			'POST /settings/application/media/providers',
			[{ name: 'shop', type: 'www', config: { bearer: 'b' } }],
			200,
			'/settings/application/media/providers',
			{ settings: { application: { media: { providers: [{ name: 'shop' }] } } } },
		],
		[
			'POST /settings/business/profile',
			{ address: 'Here', websites: ['https://a.test/'] },
			200,
			'/settings/business/profile',
			{
				settings: {
					business: {
						profile: {
							address: 'Here',
							description: 'A shop for succulents.',
							websites: ['https://a.test/'],
						},
					},
				},
			},
		],
		[
			'PATCH /settings/profile/about',
			{ text: 'Cacti' },
			200,
			'/settings/profile/about',
			{ settings: { profile: { about: { text: 'Cacti' } } } },
		],
		[
			'POST /account/shards',
			{ cc: '1', phone_number: '5550783881', pin: business.pin, shards: 2 },
			201,
			'/health',
			{
				health: {
					'wacore1:6250': { gateway_status: 'connected', role: 'primary_master' },
					'wacore2:6250': { gateway_status: 'connected', role: 'coreapp' },
				},
			},
		],
		[
			`PUT ${groupPath}`,
			{ subject: 'Cactus lovers' },
			200,
			groupPath,
			{
				groups: [
					{
						subject: 'Cactus lovers',
						creator: '15550783881',
						admins: ['15550783881'],
						participants: ['15550783881', pablo.waId, ada.waId],
					},
				],
			},
		],
		[
			`PATCH ${groupPath}/admins`,
			{ wa_ids: [ada.waId] },
			200,
			groupPath,
			{ groups: [{ admins: ['15550783881', ada.waId] }] },
		],
		[
			`DELETE ${groupPath}/participants`,
			{ wa_ids: [pablo.waId] },
			200,
			groupPath,
			{ groups: [{ participants: ['15550783881', ada.waId] }] },
		],
		['POST /groups', { subject: 'New' }, 201, '/groups', { groups: [{}, {}] }],
		[`POST ${groupPath}/leave`, undefined, 200, '/groups', { groups: [] }],
		[
			'DELETE /settings/application',
			undefined,
			200,
			'/settings/application',
			{
				settings: { application: { webhooks: { url: '' } } },
			},
		],
	])('%s takes effect', async (endpoint, body, status, path, expected) => {
		const [method = '', changed = ''] = endpoint.split(' ');
		expect((await call(method, changed, body)).status).toBe(status);
		expect(await call('GET', path)).toMatchObject({ status: 200, body: { ...expected, meta } });
	});

	/** Each: a file that is put, read and removed. */
	it.each<[string, string, string | Buffer, number]>([
		['/settings/profile/photo', 'image/png', Buffer.from([1, 2, 3]), 201],
		[`${groupPath}/icon`, 'image/jpeg', jpeg(200), 201],
		['/certificates/webhooks/ca', 'application/x-pem-file', pem, 200],
	])('%s has a file', async (path, type, content, status) => {
		expect(await call('GET', path)).toMatchObject(refused(404, 1006));
		expect((await call('POST', path, content, file(type))).status).toBe(status);
		const response = await fetch(`${simulator.url}/onpremises/v1${path}`, {
			headers: { authorization: `Bearer ${token}` },
		});
		expect(response.headers.get('content-type')).toBe(type);
		expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(content));
		expect((await call('DELETE', path)).status).toBe(200);
		expect(await call('GET', path)).toMatchObject(refused(404, 1006));
	});

	it('says where the photo is', async () => {
		await call('POST', '/settings/profile/photo', Buffer.from([1]), file('image/jpeg'));
		expect((await call('GET', '/settings/profile/photo?format=link')).body).toMatchObject({
			settings: { profile: { photo: { link: expect.stringMatching(/^https:/) } } },
		});
	});

	it('restores the settings of a backup with its password', async () => {
		await call('PATCH', '/settings/application', { on_call_pager: '4915112345678' });
		const { body } = await call('POST', '/settings/backup', { password: 'a' });
		const { data } = body.settings as { data: string };
		await call('DELETE', '/settings/application');
		expect(await call('POST', '/settings/restore', { password: 'b', data })).toMatchObject(
			refused(400, 1009),
		);
		expect((await call('POST', '/settings/restore', { password: 'a', data })).status).toBe(200);
		expect((await call('GET', '/settings/application')).body).toMatchObject({
			settings: { application: { on_call_pager: '4915112345678' } },
		});
	});

	it('registers the number with a code', async () => {
		const account = {
			cc: '1',
			phone_number: '5550783881',
			method: 'sms',
			cert: 'c',
			pin: '123456',
		};
		expect((await call('POST', '/account', account)).status).toBe(201);
		const [number] = simulator.state.phoneNumbers;
		if (number) number.registered = false;
		expect((await call('GET', '/health')).body).toMatchObject({
			health: { gateway_status: 'unregistered' },
		});
		expect(await call('POST', '/messages', hello)).toMatchObject(refused(503, 1011));
		expect(await call('POST', '/account', account)).toMatchObject({
			status: 202,
			body: { account: [{ vname: 'Lucky Shrub' }] },
		});
		expect(await call('POST', '/account/verify', { code: '1' })).toMatchObject(refused(400, 1009));
		const { verificationCode: code } = business;
		expect((await call('POST', '/account/verify', { code })).status).toBe(201);
		expect((await call('GET', '/health')).body).toMatchObject({
			health: { gateway_status: 'connected' },
		});
		expect(await call('POST', '/account', { ...account, pin: '1' })).toMatchObject(
			refused(400, 1009),
		);
		await call('POST', '/settings/account/two-step', { pin: '222222' });
		expect((await call('POST', '/account', account)).status).toBe(400);
		await call('DELETE', '/settings/account/two-step');
		expect((await call('POST', '/account', { ...account, pin: undefined })).status).toBe(201);
	});

	it.each([
		['/stats/app', { app: { outgoing_messages: 0, incoming_messages: 0 } }, 'outgoing_messages 0'],
		['/stats/db', { db: { groups: 1 } }, 'groups 1'],
		['/metrics', { metrics: { groups: 1, incoming_messages: 0 } }, 'incoming_messages 0'],
	])('%s has figures, also for Prometheus', async (path, stats, line) => {
		expect((await call('GET', path)).body).toMatchObject({ stats, meta });
		const { body, headers } = await call('GET', `${path}?format=prometheus`);
		expect(headers.get('content-type')).toContain('text/plain');
		expect(body.text).toContain(`\nwhatsapp_${line}\n`);
	});

	it('has information for the support', async () => {
		expect((await call('GET', '/support')).body).toMatchObject({
			support: { debug_info: { phone_number: '15550783881' } },
		});
	});

	it('has a link to each group, and can take it back', async () => {
		const link = async () => (await call('GET', `${groupPath}/invite`)).body.groups;
		const before = await link();
		expect(before).toEqual([{ link: expect.stringMatching(/^https:/) }]);
		await call('DELETE', `${groupPath}/invite`);
		expect(await link()).not.toEqual(before);
	});

	it('names those who are not in a group, although the others were removed', async () => {
		const wa_ids = [pablo.waId, '49151'];
		expect(await call('DELETE', `${groupPath}/participants`, { wa_ids })).toMatchObject({
			status: 200,
			body: {
				errors: [
					{ code: 1003, title: 'Not a group participant', details: '49151 is not in the group' },
				],
			},
		});
		expect(simulator.state.groups[0]?.participants).toEqual([ada.userId]);
	});

	it.each([
		['PATCH', '/settings/application', { webhooks: { max_concurrent_requests: 7 } }, 400, 1009],
		['PATCH', '/settings/application', { webhooks: { message: { read: 'no' } } }, 400, 1009],
		['PATCH', '/settings/application', { webhooks: { message: { failed: true } } }, 400, 1010],
		['PATCH', '/settings/application', { webhooks: { url: 'ftp://x' } }, 400, 1009],
		['PATCH', '/settings/application', { colour: 'green' }, 400, 1010],
		['PATCH', '/settings/profile/about', { text: 'x'.repeat(140) }, 400, 1009],
		['PATCH', '/settings/profile/about', {}, 400, 1008],
		['POST', '/settings/business/profile', { websites: ['a', 'b', 'c'] }, 400, 1009],
		['POST', '/settings/account/two-step', { pin: '1' }, 400, 1009],
		['DELETE', '/settings/application/media/providers/none', undefined, 404, 1006],
		[
			'POST',
			'/account/shards',
			{ cc: '1', phone_number: '5550783881', pin: '123456', shards: 3 },
			400,
			1009,
		],
		[
			'POST',
			'/account',
			{ cc: '49', phone_number: '1', method: 'sms', cert: 'c', pin: '123456' },
			400,
			1009,
		],
		['POST', '/contacts', { contacts: [] }, 400, 1009],
		['GET', '/groups/none', undefined, 404, 1006],
		['POST', '/settings/profile/photo', undefined, 400, 1008],
		['POST', '/certificates/external', undefined, 400, 1009],
	])('refuses %s %s with %j', async (method, path, body, status, code) => {
		expect(await call(method, path, body)).toMatchObject(refused(status, code));
	});

	describe('contacts', () => {
		it('are checked at once, or for the next time', async () => {
			simulator.updateSettings({ notOnWhatsApp: ['4915100000000'] });
			const contacts = ['+1 650-555-1234', '4915100000000', 'x'];
			const checked = [
				{ input: '+1 650-555-1234', status: 'valid', wa_id: pablo.waId },
				{ input: '4915100000000', status: 'invalid' },
				{ input: 'x', status: 'invalid' },
			];
			expect((await call('POST', '/contacts', { contacts })).body.contacts).toEqual([
				{ input: '+1 650-555-1234', status: 'processing' },
				{ input: '4915100000000', status: 'processing' },
				{ input: 'x', status: 'invalid' },
			]);
			expect((await call('POST', '/contacts', { contacts })).body.contacts).toEqual(checked);
			await simulator.reset({ keepCallbacks: true });
			token = await tokenOf(username, password);
			const { body } = await call('POST', '/contacts', { blocking: 'wait', contacts });
			expect(body.contacts).toEqual(checked);
		});

		it('must be checked before they get a message, unless they have written', async () => {
			expect(await call('POST', '/messages', hello)).toMatchObject(
				refused(404, 1006, 'unknown contact'),
			);
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
			expect((await call('POST', '/messages', hello)).status).toBe(201);
			await checkContact(ada.waId);
			expect((await call('POST', '/messages', { ...hello, to: ada.waId })).status).toBe(201);
		});

		it('that are not on WhatsApp get none', async () => {
			simulator.updateSettings({ notOnWhatsApp: [pablo.waId] });
			await checkContact();
			expect(await call('POST', '/messages', hello)).toMatchObject(refused(400, 1013));
		});

		it('need no check if the setting says so', async () => {
			simulator.updateSettings({ onPremisesContactCheck: false });
			expect((await call('POST', '/messages', hello)).status).toBe(201);
		});
	});

	describe('messages', () => {
		const namespace = business.waba.messageTemplateNamespace;
		const language = { policy: 'deterministic', code: 'en_US' };
		const media = business.media.id;
		beforeEach(() => checkContact());

		it('get an ID only', async () => {
			const sent = await call('POST', '/messages', hello);
			expect(sent).toEqual({
				status: 201,
				body: { messages: [{ id: expect.stringMatching(/^gBEG[\w-]{23}$/) }], meta },
				headers: expect.anything(),
			});
		});

		it.each<[string, object, object]>([
			[
				'a text with a preview',
				{ type: 'text', text: { body: 'https://a.test' }, preview_url: true },
				{ type: 'text', text: { body: 'https://a.test', preview_url: true } },
			],
			[
				'a text without a type, with a time to live',
				{ text: { body: 'x' }, ttl: { seconds: 60 }, recipient_type: 'individual' },
				{ type: 'text', text: { body: 'x' } },
			],
			[
				'an image by ID',
				{ type: 'image', image: { id: media, caption: 'c' } },
				{ type: 'image', image: { id: media, caption: 'c' } },
			],
			[
				'a voice message',
				{ type: 'voice', voice: { link: 'https://a.test/a.ogg' } },
				{ type: 'audio', audio: { link: 'https://a.test/a.ogg', voice: true } },
			],
			[
				'reply buttons',
				{
					type: 'interactive',
					interactive: {
						type: 'button',
						body: { text: 'b' },
						action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Yes' } }] },
					},
				},
				{ type: 'interactive', interactive: { type: 'button' } },
			],
			[
				'a message to a group',
				{ recipient_type: 'group', to: business.group.id, text: { body: 'x' } },
				{ recipient_type: 'group', to: business.group.id, text: { body: 'x' } },
			],
		])("are Meta's after translation: %s", async (_what, message, expected) => {
			const sent = await call('POST', '/messages', { to: pablo.waId, ...message });
			expect(sent).toMatchObject({ status: 201 });
			expect(simulator.messages().at(-1)?.body).toMatchObject({
				messaging_product: 'whatsapp',
				to: pablo.waId,
				...expected,
			});
		});

		it('reply and react by the IDs of the server', async () => {
			const [receiver] = [await new Receiver().start()];
			await call('PATCH', '/settings/application', { webhooks: { url: receiver.url } });
			const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
			await simulator.settled();
			const [message] = flat(receiver, 0).messages as Array<{ id: string }>;
			const own = message?.id ?? '';
			expect(own).toMatch(/^ABGG[\w-]{23}$/);
			await call('POST', '/messages', { ...hello, context: { message_id: own } });
			await call('POST', '/messages', {
				to: pablo.waId,
				type: 'reaction',
				reaction: { message_id: own, emoji: '👍' },
			});
			expect(simulator.messages()).toMatchObject([
				{ body: { context: { message_id: id } } },
				{ body: { reaction: { message_id: id, emoji: '👍' } } },
			]);
			expect((await call('PUT', `/messages/${own}`, { status: 'read' })).status).toBe(200);
			expect(simulator.state.received[0]?.readAt).toEqual(expect.any(Number));
			await receiver.stop();
		});

		it('are marked as read by a known ID only', async () => {
			expect(await call('PUT', '/messages/ABGG', { status: 'read' })).toMatchObject(
				refused(404, 1006),
			);
			expect(await call('PUT', '/messages/ABGG', { status: 'sent' })).toMatchObject(
				refused(400, 1009),
			);
		});

		it('take files of a provider that is set up', async () => {
			const message = {
				to: pablo.waId,
				type: 'image',
				image: { link: 'https://a.test/a.png', provider: { name: 'shop' } },
			};
			expect(await call('POST', '/messages', message)).toMatchObject(refused(404, 1006));
			await call('POST', '/settings/application/media/providers', [
				{ name: 'shop', type: 'www', config: { bearer: 'b' } },
			]);
			expect((await call('POST', '/messages', message)).status).toBe(201);
			expect(simulator.messages()[0]?.body.image).toEqual({ link: 'https://a.test/a.png' });
		});

		it.each<[string, object, number, number]>([
			["Meta's field messaging_product", { ...hello, messaging_product: 'whatsapp' }, 400, 1010],
			["Meta's callback data", { ...hello, biz_opaque_callback_data: 'x' }, 400, 1010],
			[
				"Meta's place of the preview",
				{ ...hello, text: { body: 'x', preview_url: true } },
				400,
				1010,
			],
			["Meta's voice messages", { type: 'audio', audio: { id: media, voice: true } }, 400, 1010],
			['no recipient', { ...hello, to: undefined }, 400, 1008],
			['no text', { type: 'text' }, 400, 1008],
			['an unknown type', { type: 'poll', poll: {} }, 400, 1009],
			['an unknown file', { type: 'image', image: { id: '1' } }, 400, 1009],
			[
				'a template without a namespace',
				{ type: 'template', template: { name: 'x', language } },
				400,
				1008,
			],
			[
				'a template without a policy',
				{ type: 'template', template: { namespace, name: 'x', language: { code: 'en_US' } } },
				400,
				1008,
			],
			[
				'a template of another namespace',
				{ type: 'template', template: { namespace: 'x', name: 'order_confirmation', language } },
				400,
				2001,
			],
			[
				'an unknown template',
				{ type: 'template', template: { namespace, name: 'none', language } },
				400,
				2001,
			],
			['a reply to nothing', { ...hello, context: { message_id: 'x' } }, 404, 1006],
		])('are refused with %s', async (_what, message, status, code) => {
			const sent = await call('POST', '/messages', { to: pablo.waId, ...message });
			expect(sent).toMatchObject(refused(status, code));
			expect(simulator.messages()).toEqual([]);
		});

		it('have templates, also of the oldest kind', async () => {
			const name = 'order_confirmation';
			const template = { namespace, name, language, components: bodyOf(['A', 'B', 'C']) };
			expect(
				await call('POST', '/messages', { to: pablo.waId, type: 'template', template }),
			).toMatchObject({ status: 201 });
			const hsm = {
				namespace,
				element_name: name,
				language: { policy: 'fallback', code: 'en_US' },
				localizable_params: [
					{ default: 'A' },
					{ default: '€1', currency: { currency_code: 'EUR', amount_1000: 1000 } },
					{ default: 'Monday', date_time: { unix_epoch: { timestamp: 1 } } },
				],
			};
			expect((await call('POST', '/messages', { to: pablo.waId, type: 'hsm', hsm })).status).toBe(
				201,
			);
			const [first, second] = simulator.messages();
			expect(first?.body).toMatchObject({
				type: 'template',
				template: { name, language: { code: 'en_US' }, components: template.components },
			});
			expect(second?.body).toMatchObject({
				type: 'template',
				template: {
					name,
					language: { code: 'en_US' },
					components: [
						{
							type: 'body',
							parameters: [
								{ type: 'text', text: 'A' },
								{
									type: 'currency',
									currency: { fallback_value: '€1', code: 'EUR', amount_1000: 1000 },
								},
								{ type: 'date_time', date_time: { fallback_value: 'Monday' } },
							],
						},
					],
				},
			});
			expect(first?.body.template).not.toHaveProperty('namespace');
		});

		it('are limited', async () => {
			simulator.updateSettings({ messagesPerSecond: 0.001 });
			expect(await call('POST', '/messages', hello)).toMatchObject(refused(429, 1015));
		});
	});

	describe('media', () => {
		it('are bytes, on the way in and out', async () => {
			const uploaded = await call('POST', '/media', 'a picture', file('image/png'));
			expect(uploaded).toMatchObject({
				status: 200,
				body: { media: [{ id: expect.stringMatching(/^[\da-f-]{36}$/) }], meta },
			});
			const [{ id } = { id: '' }] = uploaded.body.media as Array<{ id: string }>;
			const downloaded = await call('GET', `/media/${id}`);
			expect(downloaded.body).toEqual({ text: 'a picture' });
			expect(downloaded.headers.get('content-type')).toBe('image/png');
			await checkContact();
			const image = { to: pablo.waId, type: 'image', image: { id } };
			expect((await call('POST', '/messages', image)).status).toBe(201);
			expect((await call('DELETE', `/media/${id}`)).status).toBe(200);
			expect(await call('GET', `/media/${id}`)).toMatchObject(refused(404, 1006));
		});

		it.each([
			['no content', undefined, 'image/png', 1008],
			['a form', 'x', 'multipart/form-data; boundary=x', 1009],
			['an unknown type', 'x', 'application/zip', 1009],
			['JSON', '{"a":1}', 'application/json', 1008],
		])('are refused: %s', async (_what, content, type, code) => {
			expect(await call('POST', '/media', content, file(type))).toMatchObject(refused(400, code));
		});
	});

	describe('webhooks', () => {
		let receiver: Receiver;
		beforeEach(async () => {
			receiver = await new Receiver().start();
			await call('PATCH', '/settings/application', {
				webhooks: { url: `${receiver.url}?secret=s3cret` },
				callback_backoff_delay_ms: 1,
			});
		});
		afterEach(() => receiver.stop());

		it('are flat and have no signature', async () => {
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
			await simulator.settled();
			const [webhook] = receiver.webhooks;
			expect(webhook?.body).toEqual({
				contacts: [{ profile: { name: 'Pablo Morales' }, wa_id: pablo.waId }],
				messages: [
					{
						from: pablo.waId,
						id: expect.stringMatching(/^ABGG/),
						timestamp: expect.stringMatching(/^\d{10}$/),
						type: 'text',
						text: { body: 'Hi' },
					},
				],
			});
			expect(webhook?.path).toBe('/webhook?secret=s3cret');
			expect(
				Object.keys(webhook?.headers ?? {}).filter((name) => /signature|hook/.test(name)),
			).toEqual([]);
		});

		it('name files, which the server has', async () => {
			const content = Buffer.from('OggS');
			await simulator.writeAs(pablo.waId, {
				type: 'audio',
				base64: content.toString('base64'),
				mimeType: 'audio/ogg',
			});
			await simulator.settled();
			const [message] = flat(receiver, 0).messages as Array<{ voice: { id: string } }>;
			expect(message).toMatchObject({
				type: 'voice',
				voice: {
					mime_type: 'audio/ogg',
					sha256: createHash('sha256').update(content).digest('hex'),
					file: `/usr/local/wamedia/shared/${message?.voice.id}`,
				},
			});
			expect(message?.voice).not.toHaveProperty('url');
			expect(message?.voice).not.toHaveProperty('voice');
			expect((await call('GET', `/media/${message?.voice.id}`)).body).toEqual({ text: 'OggS' });
		});

		it('quote by the IDs of the server', async () => {
			await checkContact();
			const { body } = await call('POST', '/messages', hello);
			const [sent] = body.messages as Array<{ id: string }>;
			const replyTo = simulator.messages()[0]?.id;
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'Yes', replyTo });
			await simulator.writeAs(pablo.waId, { type: 'reaction', emoji: '👍' });
			await simulator.settled();
			const messages = receiver.webhooks.flatMap(
				({ body: received }) => (received as unknown as Flat).messages ?? [],
			);
			expect(messages).toMatchObject([
				{ context: { id: sent?.id } },
				{ type: 'reaction', reaction: { message_id: sent?.id, emoji: '👍' } },
			]);
		});

		it.each([
			[false, ['delivered', 'read']],
			[true, ['sent', 'delivered', 'read']],
		])('report statuses (sent_status: %s)', async (sent_status, expected) => {
			await call('PATCH', '/settings/application', { sent_status });
			await checkContact();
			const { body } = await call('POST', '/messages', hello);
			const [sent] = body.messages as Array<{ id: string }>;
			await simulator.settled();
			expect(receiver.webhooks.map(({ body: received }) => received)).toEqual(
				expected.map((status) => ({
					statuses: [
						{
							id: sent?.id,
							recipient_id: pablo.waId,
							status,
							timestamp: expect.stringMatching(/^\d{10}$/),
						},
					],
				})),
			);
		});

		it('report that a customer has deleted a message, and errors of the server', async () => {
			const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
			simulator.emitWebhook(
				'messages',
				{
					statuses: [{ id, status: 'deleted', timestamp: '1', recipient_id: pablo.waId }],
					errors: [{ code: 131000, title: 'Something went wrong' }],
				},
				firstNumber.id,
			);
			await simulator.settled();
			const [message] = flat(receiver, 0).messages as Array<{ id: string }>;
			expect(flat(receiver, 1)).toEqual({
				statuses: [
					{ id: message?.id, status: 'deleted', timestamp: '1', recipient_id: pablo.waId },
				],
				errors: [{ code: 500, title: 'Generic error', details: 'Something went wrong' }],
			});
		});

		it.each([
			[470, () => simulator.closeWindow(ada.waId)],
			[
				1026,
				() =>
					simulator.updateSettings({ notOnWhatsApp: [ada.waId], onPremisesContactCheck: false }),
			],
		])('report a failure with the code %s', async (code, before) => {
			await checkContact(ada.waId);
			before();
			await call('POST', '/messages', { ...hello, to: ada.waId });
			await simulator.settled();
			expect(flat(receiver, 0)).toMatchObject({
				statuses: [{ status: 'failed', errors: [{ code }] }],
			});
		});

		it('are of the number of the server only', async () => {
			await simulator.writeAs(pablo.waId, {
				type: 'text',
				text: 'Hi',
				phoneNumberId: secondNumber.id,
			});
			await simulator.settled();
			expect(receiver.webhooks).toEqual([]);
		});

		it('are retried with longer and longer pauses, until one gets 200', async () => {
			await call('PATCH', '/settings/application', {
				callback_backoff_delay_ms: '2',
				max_callback_backoff_delay_ms: '3',
			});
			receiver.statuses.push(500, 201, 500);
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
			await simulator.settled();
			expect(simulator.webhooks().at(-1)).toMatchObject({
				via: 'onPremises',
				state: 'delivered',
				attempts: [{ status: 500 }, { status: 201 }, { status: 500 }, { status: 200 }],
			});
		});

		it('know nobody without a phone number', async () => {
			await simulator.writeAs('US.1', { type: 'text', text: 'Hi' });
			await simulator.settled();
			expect(receiver.webhooks).toEqual([]);
		});

		it('are signed by Turn.io, which knows people without a phone number', async () => {
			simulator.updateSettings({ onPremisesByTurn: true });
			await simulator.writeAs('US.1', { type: 'text', text: 'Hi' });
			await simulator.settled();
			const [webhook] = receiver.webhooks;
			expect(webhook?.body).toMatchObject({
				contacts: [{ user_id: 'US.1' }],
				messages: [{ from_bsuid: 'US.1', text: { body: 'Hi' } }],
			});
			expect(webhook?.headers).toMatchObject({
				'x-turn-hook-subscription': 'whatsapp',
				'x-turn-hook-signature': createHmac('sha256', hookSecret)
					.update(webhook?.raw ?? '')
					.digest('base64'),
			});
		});

		it.each<[boolean, 'wrong' | 'missing', string, string | undefined]>([
			[false, 'wrong', '/webhook?secret=not-the-secret', undefined],
			[false, 'missing', '/webhook', undefined],
			[true, 'missing', '/webhook', undefined],
		])(
			'can be forged (by Turn.io: %s, proof %s)',
			async (onPremisesByTurn, proof, path, signature) => {
				simulator.updateSettings({ onPremisesByTurn });
				await simulator.forgeHostWebhook('onPremises', proof);
				expect(receiver.webhooks).toMatchObject([
					{ path, body: { messages: [{ text: { body: 'forged' } }] } },
				]);
				expect(receiver.webhooks[0]?.headers['x-turn-hook-signature']).toBe(signature);
			},
		);

		it('can be forged with a wrong signature of Turn.io', async () => {
			simulator.updateSettings({ onPremisesByTurn: true });
			await simulator.forgeHostWebhook('onPremises', 'wrong');
			const [webhook] = receiver.webhooks;
			const signature = webhook?.headers['x-turn-hook-signature'];
			expect(signature).toMatch(/^[\w+/]{43}=$/);
			expect(signature).not.toBe(
				createHmac('sha256', hookSecret)
					.update(webhook?.raw ?? '')
					.digest('base64'),
			);
		});
	});

	it('has a certificate of its own, which it gives to clients', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
		const certificateFile = join(folder, 'certificate.pem');
		const secure = await startSimulator({
			port: 0,
			certificateFile,
			settings: { hosts: ['onPremises'] },
		});
		const ca = readFileSync(certificateFile, 'utf8');
		const trusting = new Agent({ connect: { ca } });
		const headers = { authorization: `Bearer ${business.onPremises.token}` };
		const url = `${secure.url}/onpremises/v1/certificates/external/ca`;
		try {
			await expect(request(url, { headers })).rejects.toMatchObject({
				code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			});
			const { body } = await request(url, { headers, dispatcher: trusting });
			expect(await body.text()).toBe(ca);
		} finally {
			await trusting.close();
			await secure.stop();
			await rm(folder, { recursive: true });
		}
		expect(await call('GET', '/certificates/external/ca')).toMatchObject(refused(404, 1006));
		await call('POST', '/certificates/external', pem, file('application/x-pem-file'));
		expect((await call('GET', '/certificates/external/ca')).body).toEqual({ text: pem });
	});
});

interface Flat {
	messages?: unknown[];
	statuses?: unknown[];
}

function flat(receiver: Receiver, index: number): Flat {
	return receiver.webhooks[index]?.body as unknown as Flat;
}

/** Components with these texts in the body. */
function bodyOf(texts: string[]): object[] {
	return [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) }];
}

import { business, type Simulator } from '../../../simulator';
import type { SendResponse } from '../../../simulator/messages/send';
import {
	type ApiResponse,
	ada,
	firstNumber,
	pablo,
	Receiver,
	secondNumber,
	start,
} from '../support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await start({ hosts: ['360dialog'] });
});
afterEach(() => simulator.stop());

const key = business.dialog360ApiKey;

/** Calls 360dialog as a client does. */
async function call<Body = Record<string, unknown>>(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = { 'D360-API-KEY': key },
): Promise<ApiResponse<Body>> {
	const isForm = body instanceof FormData;
	const response = await fetch(`${simulator.url}/360dialog${path}`, {
		method,
		headers: {
			...headers,
			...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
		},
		body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const json = text.startsWith('{') ? JSON.parse(text) : { text };
	return { status: response.status, body: json, error: json.error };
}

const text = {
	messaging_product: 'whatsapp',
	to: pablo.waId,
	type: 'text',
	text: { body: 'Hello' },
};

function upload(): Promise<ApiResponse<{ id: string }>> {
	const form = new FormData();
	form.append('messaging_product', 'whatsapp');
	form.append('type', 'image/png');
	form.append('file', new Blob(['a picture'], { type: 'image/png' }), 'plant.png');
	return call('POST', '/media', form);
}

const lookaside = 'https://lookaside.fbsbx.com';

describe('360dialog, played by the simulator', () => {
	it('sends a message from the number of the key', async () => {
		const sent = await call<SendResponse>('POST', '/messages', text);
		expect(sent).toMatchObject({
			status: 200,
			body: {
				messaging_product: 'whatsapp',
				contacts: [{ input: pablo.waId, wa_id: pablo.waId }],
				messages: [{ id: expect.stringMatching(/^wamid\./) }],
			},
		});
		expect(simulator.messages()).toMatchObject([
			{ phoneNumberId: firstNumber.id, recipient: pablo.waId, body: text },
		]);
	});

	it('marks a message as read and shows that the business types', async () => {
		const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
		const read = {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: id,
			typing_indicator: { type: 'text' },
		};
		expect(await call('POST', '/messages', read)).toMatchObject({
			status: 200,
			body: { success: true },
		});
		expect(simulator.state.received[0]).toMatchObject({
			readAt: expect.any(Number),
			typingAt: expect.any(Number),
		});
	});

	it.each([
		['a phone number ID', `/${firstNumber.id}/messages`],
		['a version and a phone number ID', `/v26.0/${firstNumber.id}/messages`],
		['a version', '/v26.0/messages'],
		['an account ID', `/${business.waba.id}/message_templates`],
		['the code that the hub asks for', '/request_code'],
		['a Flow, which the API for partners has', '/flows'],
	])('knows no path with %s', async (_what, path) => {
		expect(await call('POST', path, text)).toMatchObject({
			status: 404,
			body: { error: 'Not found' },
		});
		expect(simulator.messages()).toEqual([]);
	});

	it.each<[string, string, Record<string, string>, object]>([
		['no key', '/messages', {}, { error: 'Invalid api token.' }],
		['another key', '/messages', { 'D360-API-KEY': 'x' }, { error: 'Invalid api token.' }],
		[
			"Meta's token",
			'/messages',
			{ authorization: `Bearer ${business.accessToken}` },
			{ error: 'Invalid api token.' },
		],
		[
			'another key below /v1',
			'/v1/configs/webhook',
			{ 'D360-API-KEY': 'x' },
			{ meta: { success: false, http_code: 401, developer_message: 'Invalid api key' } },
		],
	])('refuses a call with %s', async (_what, path, headers, body) => {
		expect(await call('POST', path, text, headers)).toMatchObject({ status: 401, body });
	});

	it("passes Meta's errors on", async () => {
		expect(await call('POST', '/messages', { ...text, to: 'x' })).toMatchObject({
			status: 400,
			error: { code: 131009, message: '(#131009) Parameter value is not valid' },
		});
	});

	it('records calls, and takes part in faults', async () => {
		simulator.addFaults({ kind: 'httpError', path: '/messages$', times: 1 });
		expect(await call('POST', '/messages', text)).toMatchObject({ status: 502 });
		expect((await call('POST', '/messages', text)).status).toBe(200);
		expect(simulator.requests()).toMatchObject([
			{ method: 'POST', path: '/360dialog/messages', status: 502 },
			{ method: 'POST', path: '/360dialog/messages', status: 200 },
		]);
	});

	describe('media', () => {
		it("has URLs of Meta's host, which the base URL serves", async () => {
			const { id } = (await upload()).body;
			const described = await call<{ url: string }>('GET', `/${id}`);
			expect(described.body).toMatchObject({ id, mime_type: 'image/png', file_size: 9 });
			const { url } = described.body;
			expect(url).toMatch(
				/^https:\/\/lookaside\.fbsbx\.com\/whatsapp_business\/attachments\/\?mid=\d+&ext=\d+&hash=[\w-]+$/,
			);
			expect(await call('GET', url.replace(lookaside, ''))).toMatchObject({
				status: 200,
				body: { text: 'a picture' },
			});
			expect((await call('GET', url.replace(lookaside, ''), undefined, {})).status).toBe(401);
			expect(await call('DELETE', `/${id}`)).toMatchObject({ body: { success: true } });
			expect((await call('GET', `/${id}`)).error).toMatchObject({ code: 100, error_subcode: 33 });
		});

		it('cannot be read for a while after 20 failures', async () => {
			simulator.updateSettings({ dialog360MediaBlockMs: 60_000 });
			const { id } = (await upload()).body;
			const { url } = (await call<{ url: string }>('GET', `/${id}`)).body;
			for (let failure = 0; failure < 20; failure++) {
				const path = failure % 2 === 0 ? '/1' : '/whatsapp_business/attachments/?hash=x';
				expect((await call('GET', path)).status).toBe(failure % 2 === 0 ? 400 : 404);
			}
			const blocked = {
				status: 429,
				body: { error: 'Too many failed media requests. Try again later.' },
			};
			expect(await call('GET', `/${id}`)).toMatchObject(blocked);
			expect(await call('GET', url.replace(lookaside, ''))).toMatchObject(blocked);
			expect((await upload()).status).toBe(200);
		});

		it('can be read again once the time is over', async () => {
			simulator.updateSettings({ dialog360MediaBlockMs: 0 });
			const { id } = (await upload()).body;
			for (let failure = 0; failure < 20; failure++) await call('GET', '/1');
			expect((await call('GET', `/${id}`)).status).toBe(200);
		});
	});

	describe('templates', () => {
		const path = '/v1/configs/templates';

		it('are listed by offset, with their status in lower case', async () => {
			const total = business.templates.length;
			const all = await call<{ waba_templates: Array<Record<string, unknown>> }>('GET', path);
			expect(all.body).toMatchObject({ count: total, total });
			const second = await call('GET', `${path}?limit=2&offset=1`);
			expect(second.body).toEqual({
				waba_templates: all.body.waba_templates.slice(1, 3),
				count: 2,
				total,
				limit: 2,
				offset: 1,
			});
			expect(all.body.waba_templates[0]).toMatchObject({
				id: business.templates[0]?.id,
				name: business.templates[0]?.name,
				namespace: business.waba.messageTemplateNamespace,
				status: 'approved',
				category: expect.stringMatching(/^[A-Z]+$/),
				rejected_reason: null,
			});
			expect((await call('GET', `${path}?offset=${total}`)).body).toMatchObject({
				waba_templates: [],
				count: 0,
				total,
			});
		});

		it('are created and deleted by name', async () => {
			const template = {
				name: 'greeting',
				language: 'en_US',
				category: 'UTILITY',
				components: [{ type: 'BODY', text: 'Welcome to our shop' }],
			};
			expect(await call('POST', path, template)).toMatchObject({
				status: 200,
				body: { ...template, id: expect.stringMatching(/^\d+$/), status: 'pending' },
			});
			expect(await call('DELETE', `${path}/greeting`)).toMatchObject({
				status: 200,
				body: { meta: { success: true, http_code: 200 } },
			});
			expect(simulator.state.templates.some(({ name }) => name === 'greeting')).toBe(false);
			expect(await call('DELETE', `${path}/greeting`)).toMatchObject({
				status: 400,
				error: { code: 100, error_subcode: 2593002 },
			});
		});

		it.each([
			['GET', `${path}?limit=x`, 400],
			['POST', `${path}/greeting`, 404],
			['DELETE', path, 404],
		])('refuses %s %s', async (method, url, status) => {
			expect(await call(method, url, method === 'GET' ? undefined : {})).toMatchObject({
				status,
				body: { meta: { success: false, http_code: status } },
			});
		});
	});

	it.each<[string, string, unknown, object]>([
		[
			'GET',
			'/whatsapp_business_profile?fields=about',
			undefined,
			{ data: [{ about: 'Succulent specialists!' }] },
		],
		[
			'POST',
			'/whatsapp_business_profile',
			{ messaging_product: 'whatsapp', about: 'Cacti' },
			{ success: true },
		],
		['GET', '/block_users', undefined, { data: [{ wa_id: business.blockedUser.waId }] }],
		['GET', '/health_status', undefined, { health_status: {}, id: firstNumber.id }],
		[
			'GET',
			'/health_status?fields=display_phone_number',
			undefined,
			{ health_status: {}, display_phone_number: firstNumber.displayPhoneNumber },
		],
		['GET', '/groups', undefined, { data: { groups: [{ id: business.group.id }] } }],
		[
			'GET',
			`/groups/${business.group.id}?fields=subject`,
			undefined,
			{ subject: business.group.subject },
		],
		[
			'GET',
			`/groups/${business.group.id}/invite_link`,
			undefined,
			{ invite_link: expect.stringContaining('https://') },
		],
		['GET', '/calling/settings', undefined, { calling: { status: 'ENABLED' } }],
		[
			'GET',
			`/calling/permissions/${pablo.waId}`,
			undefined,
			{ permission: { status: 'temporary' } },
		],
		['GET', '/business_compliance_info', undefined, { data: [{ is_registered: false }] }],
	])('responds to %s %s as Meta does', async (method, path, body, expected) => {
		expect(await call(method, path, body)).toMatchObject({ status: 200, body: expected });
	});

	it('uploads the picture of a template or the profile', async () => {
		const session = await call<{ id: string }>(
			'POST',
			'/uploads?file_name=a.png&file_length=3&file_type=image/png',
		);
		const { id } = session.body;
		expect(id).toMatch(/^upload:/);
		const response = await fetch(`${simulator.url}/360dialog/${id}`, {
			method: 'POST',
			headers: { 'D360-API-KEY': key, file_offset: '0', 'content-type': 'image/png' },
			body: 'abc',
		});
		const { h } = (await response.json()) as { h: string };
		expect(simulator.state.uploadedFiles.get(h)).toMatchObject({ size: 3 });
	});

	describe('webhooks', () => {
		const path = '/v1/configs/webhook';
		const url = 'https://n8n.test/webhook/abc';
		const headers = { 'X-Own-Secret': 's3cret' };

		it('are sent to one URL, which can be read and removed', async () => {
			expect((await call('GET', path)).body).toEqual({ url: '' });
			expect(await call('POST', path, { url, headers })).toMatchObject({
				status: 200,
				body: { url, headers },
			});
			expect((await call('GET', path)).body).toEqual({ url, headers });
			await simulator.reset({ keepCallbacks: true });
			expect((await call('GET', path)).body).toEqual({ url, headers });
			await call('POST', path, { url: '' });
			expect((await call('GET', path)).body).toEqual({ url: '' });
		});

		it.each([
			['no URL', {}, 'url must be a string, and headers an object of strings'],
			[
				'no text',
				{ url, headers: { a: 1 } },
				'url must be a string, and headers an object of strings',
			],
			['no address', { url: 'n8n' }, 'Webhook url must be a valid https URL'],
			['http', { url: 'http://n8n.test/x' }, 'Webhook url must be a valid https URL'],
			[
				'an underscore in the path',
				{ url: 'https://n8n.test/a_b' },
				'Webhook url must not contain an underscore',
			],
			[
				'an underscore in the host',
				{ url: 'https://n8n_test/' },
				'Webhook url must not contain an underscore',
			],
			['a port', { url: 'https://n8n.test:5678/x' }, 'Webhook url must not contain a port'],
			['the usual port', { url: 'https://n8n.test:443/x' }, 'Webhook url must not contain a port'],
		])('are refused for %s', async (_what, body, developer_message) => {
			expect(await call('POST', path, body)).toMatchObject({
				status: 400,
				body: { meta: { success: false, http_code: 400, developer_message } },
			});
			expect((await call('GET', path)).body).toEqual({ url: '' });
		});

		describe('at a receiver', () => {
			let receiver: Receiver;
			beforeEach(async () => {
				receiver = await new Receiver().start();
				// 360dialog takes no port, so the receiver needs a name.
				simulator.updateSettings({ resolve: { 'n8n.test': new URL(receiver.url).origin } });
				await call('POST', path, { url, headers });
			});
			afterEach(() => receiver.stop());

			it("have Meta's body and the headers that were set, and no signature", async () => {
				const { id } = await simulator.writeAs(pablo.waId, { type: 'image' });
				await simulator.settled();
				const [webhook] = receiver.webhooks;
				expect(webhook?.path).toBe('/webhook/abc');
				expect(webhook?.headers).toMatchObject({ host: 'n8n.test', 'x-own-secret': 's3cret' });
				expect(webhook?.headers).not.toHaveProperty('x-hub-signature-256');
				expect(webhook?.body).toMatchObject({
					object: 'whatsapp_business_account',
					entry: [
						{
							id: business.waba.id,
							changes: [
								{
									field: 'messages',
									value: {
										metadata: { phone_number_id: firstNumber.id },
										messages: [
											{ id, image: { url: expect.stringMatching(/^https:\/\/lookaside/) } },
										],
									},
								},
							],
						},
					],
				});
				expect(simulator.webhooks()).toMatchObject([
					{ state: 'undeliverable' },
					{ state: 'delivered', via: '360dialog', url },
				]);
			});

			it('report the statuses of messages', async () => {
				await call('POST', '/messages', text);
				await simulator.settled();
				expect(receiver.events).toMatchObject([
					{ status: 'sent' },
					{ status: 'delivered' },
					{ status: 'read' },
				]);
			});

			it('are retried until one gets 200, with growing pauses', async () => {
				receiver.statuses.push(201, 500);
				await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
				await simulator.settled();
				expect(receiver.webhooks).toHaveLength(3);
				expect(simulator.webhooks().at(-1)).toMatchObject({
					state: 'delivered',
					attempts: [{ status: 201 }, { status: 500 }, { status: 200 }],
				});
			});

			it('are of the number of the key only', async () => {
				await simulator.writeAs(ada.waId, {
					type: 'text',
					text: 'Hi',
					phoneNumberId: secondNumber.id,
				});
				await simulator.settled();
				expect(receiver.webhooks).toEqual([]);
			});

			it('end when the host is switched off', async () => {
				simulator.updateSettings({ hosts: [] });
				await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
				await simulator.settled();
				expect(receiver.webhooks).toEqual([]);
			});

			it.each<['wrong' | 'missing', string | undefined]>([
				['wrong', 'not-the-secret'],
				['missing', undefined],
			])('can be forged with a header that is %s', async (proof, value) => {
				const forged = await fetch(`${simulator.url}/control/webhooks/forged`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ host: '360dialog', proof }),
				});
				expect(await forged.json()).toMatchObject({
					via: '360dialog',
					attempts: [{ status: 200 }],
				});
				expect(receiver.webhooks).toHaveLength(1);
				expect(receiver.webhooks[0]?.headers['x-own-secret']).toBe(value);
			});
		});
	});
});

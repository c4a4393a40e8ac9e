import { business, type Simulator } from '../../../../simulator';
import { firstNumber, pablo, secondNumber } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
});
afterEach(() => simulator.stop());

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
	callKapso(simulator, method, `${proxy}${path}`, body, headers);
const text = { messaging_product: 'whatsapp', to: pablo.waId, type: 'text', text: { body: 'Hi' } };
const messages = `/${firstNumber.id}/messages`;
const templateId = business.templates[0]?.id ?? '';
const [flow] = business.flows;

describe("Kapso's proxy of the Graph API", () => {
	it('sends with the key of the project', async () => {
		const sent = await call('POST', messages, text);
		expect(sent).toMatchObject({
			status: 200,
			body: {
				contacts: [{ wa_id: pablo.waId }],
				messages: [{ id: expect.stringMatching(/^wamid/) }],
			},
		});
		expect(simulator.messages()).toMatchObject([{ phoneNumberId: firstNumber.id, body: text }]);
		expect(simulator.requests()).toMatchObject([
			{ path: `/kapso${proxy}${messages}`, status: 200 },
		]);
	});

	it.each<[string, Record<string, string>, number, string | undefined]>([
		['no key', {}, 401, 'API key is missing'],
		['a wrong key', { 'x-api-key': 'wrong' }, 401, 'Invalid API key'],
		[
			'the token of the number at Meta',
			{ authorization: `Bearer ${business.accessToken}` },
			200,
			undefined,
		],
		['another token', { authorization: 'Bearer other' }, 401, 'Invalid access token'],
		[
			'the key as a token',
			{ authorization: `Bearer ${business.kapsoApiKey}` },
			401,
			'Invalid access token',
		],
	])('answers a call with %s', async (_name, headers, status, error) => {
		const answer = await call('POST', messages, text, headers);
		expect(answer.status).toBe(status);
		expect(answer.body.error).toBe(error);
		expect(simulator.messages()).toHaveLength(status === 200 ? 1 : 0);
	});

	it("passes Meta's errors on as they are", async () => {
		expect(await call('POST', messages, { ...text, type: 'nothing' })).toMatchObject({
			status: 400,
			body: { error: { code: 100, type: 'OAuthException', fbtrace_id: expect.any(String) } },
		});
	});

	it.each<[string, string]>([
		['GET', `/${firstNumber.id}`],
		['GET', `/${firstNumber.id}/settings`],
		['GET', `/${firstNumber.id}/whatsapp_business_profile`],
		['GET', `/${firstNumber.id}/block_users`],
		['GET', `/${firstNumber.id}/flows`],
		['GET', `/${business.waba.id}/message_templates`],
		['GET', `/${business.waba.id}/message_templates/${templateId}`],
		['GET', `/${business.waba.id}/phone_numbers`],
		['GET', `/${business.waba.id}/flows`],
		['GET', `/${business.waba.id}/product_catalogs`],
		['GET', `/${flow.id}?phone_number_id=${firstNumber.id}`],
		['GET', `/${flow.id}/assets?business_account_id=${business.waba.id}`],
		['GET', `/${business.media.id}?phone_number_id=${firstNumber.id}`],
	])('forwards %s %s', async (method, path) => {
		expect(await call(method, path)).toMatchObject({ status: 200 });
	});

	it.each<[string, string]>([
		['GET', '/me'],
		['GET', `/${business.waba.id}`],
		['GET', `/${business.waba.id}/subscribed_apps`],
		['POST', `/${business.app.id}/uploads`],
		['POST', `/${firstNumber.id}`],
		['POST', `/${firstNumber.id}/marketing_messages`],
		['GET', `/${firstNumber.id}/message_qrdls`],
		['POST', `/${firstNumber.id}/conversational_automation`],
		['GET', `/${firstNumber.id}/whatsapp_business_encryption`],
		['GET', `/${firstNumber.id}/whatsapp_commerce_settings`],
		['POST', `/${firstNumber.id}/groups`],
		['GET', `/${templateId}`],
		['GET', `/${templateId}?business_account_id=${business.waba.id}`],
		['POST', `/${templateId}/unpause`],
		['GET', `/${business.media.id}`],
		['GET', `/${business.media.id}?business_account_id=${business.waba.id}`],
		['GET', `/${flow.id}`],
		['GET', `/${flow.id}/assets?phone_number_id=1`],
	])('does not offer %s %s', async (method, path) => {
		const { status, body } = await call(method, path);
		expect([status, typeof body.error]).toEqual([404, 'string']);
	});

	it("gives a media URL of its own beside Meta's", async () => {
		const { body } = await call('GET', `/${business.media.id}?phone_number_id=${firstNumber.id}`);
		expect(body).toMatchObject({
			id: business.media.id,
			mime_type: 'image/png',
			file_size: expect.stringMatching(/^\d+$/),
			download_url: expect.stringContaining('/kapso/meta/whatsapp/media_download?token='),
		});
		expect(Date.parse(body.download_url_expires_at)).toBeGreaterThan(Date.now());
		const file = Buffer.from(business.media.base64, 'base64');
		const get = async (url: string, headers: Record<string, string> = {}) => {
			const response = await fetch(url, { headers });
			return { status: response.status, content: Buffer.from(await response.arrayBuffer()) };
		};
		expect(await get(body.download_url)).toEqual({ status: 200, content: file });
		// Meta's takes the token of the number, and no key of Kapso's.
		expect((await get(body.url, { 'x-api-key': business.kapsoApiKey })).status).toBe(401);
		const token = { authorization: `Bearer ${business.accessToken}` };
		expect(await get(body.url, token)).toEqual({ status: 200, content: file });
		expect((await get(`${simulator.url}/kapso/meta/whatsapp/media_download?token=x`)).status).toBe(
			401,
		);
	});

	it('finds no media of another number', async () => {
		const path = `/${business.media.id}?phone_number_id=${secondNumber.id}`;
		expect(await call('GET', path)).toMatchObject({ status: 400, body: { error: { code: 100 } } });
	});

	it('uploads and deletes media', async () => {
		const form = new FormData();
		form.set('messaging_product', 'whatsapp');
		form.set('type', 'text/plain');
		form.set('upload_strategy', 'default');
		form.set('file', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt');
		const { body } = await call('POST', `/${firstNumber.id}/media`, form);
		const path = `/${body.id}?phone_number_id=${firstNumber.id}`;
		expect((await call('GET', path)).body).toMatchObject({ id: body.id, file_size: '5' });
		expect(await call('DELETE', path)).toMatchObject({ status: 200, body: { success: true } });
		expect((await call('GET', path)).status).toBe(400);
	});

	it.each(['POST', 'PUT'])('updates a template below its account with %s', async (method) => {
		const components = [{ type: 'BODY', text: 'Changed' }];
		const path = `/${business.waba.id}/message_templates?hsm_id=${templateId}`;
		expect(await call(method, path, { components })).toMatchObject({ status: 200 });
		expect(simulator.state.templates[0]).toMatchObject({ id: templateId, components });
	});

	it('deletes a Flow below its own path, too', async () => {
		const draft = business.flows.find(({ status }) => status === 'DRAFT');
		const path = `/flows/${draft?.id}?business_account_id=${business.waba.id}`;
		expect(await call('DELETE', path)).toMatchObject({ status: 200, body: { success: true } });
	});

	it('gives cursors of a list, but no links', async () => {
		const path = `/${business.waba.id}/message_templates?limit=2`;
		const first = (await call('GET', path)).body;
		expect(first.paging).toMatchObject({ next: null, previous: null });
		const second = (await call('GET', `${path}&after=${first.paging.cursors.after}`)).body;
		expect(second.data).toHaveLength(2);
		expect(second.data[0].id).not.toBe(first.data[0].id);
	});

	it('refuses a message while another one to the same customer is on its way', async () => {
		await callKapso(simulator, 'GET', `${platform}/whatsapp/phone_numbers`);
		simulator.updateSettings({ latencyMs: 200 });
		const other = { ...text, to: business.customers[1].waId };
		const answers = await Promise.all([
			call('POST', messages, text),
			call('POST', messages, { ...text, to: `+${pablo.waId}` }),
			call('POST', messages, other),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
		expect(answers.find(({ status }) => status === 409)?.body.error).toContain('in flight');
		expect((await call('POST', messages, text)).status).toBe(200);
	});
});

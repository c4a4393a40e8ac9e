import { type Simulator } from '../../../../simulator';
import { firstNumber, pablo, Receiver, secondNumber } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
});
afterEach(() => simulator.stop());

const call = (method: string, path: string, body?: unknown) =>
	callKapso(simulator, method, `${platform}${path}`, body);
const unknown = '00000000-0000-4000-8000-000000000000';

/** A new customer's ID. */
async function newCustomer(name = 'Shop', external_customer_id?: string): Promise<string> {
	const { body } = await call('POST', '/customers', { customer: { name, external_customer_id } });
	return String(body.data.id);
}

describe("Kapso's customers", () => {
	it('are created, listed, read, changed and deleted', async () => {
		const id = await newCustomer('Shop', 'c-1');
		await newCustomer('Bakery');
		expect((await call('GET', `/customers/${id}`)).body.data).toMatchObject({
			id,
			name: 'Shop',
			external_customer_id: 'c-1',
		});
		const list = (await call('GET', '/customers?name_contains=sho')).body;
		expect(list).toMatchObject({ data: [{ id }], meta: { total_count: 1 } });
		const changed = await call('PATCH', `/customers/${id}`, { customer: { name: 'Store' } });
		expect(changed.body.data).toMatchObject({ name: 'Store', external_customer_id: 'c-1' });
		expect((await call('DELETE', `/customers/${id}`)).status).toBe(204);
		expect(await call('GET', `/customers/${id}`)).toMatchObject({
			status: 404,
			body: { error: 'Customer not found' },
		});
	});

	it.each<[string, unknown, string]>([
		['without a name', { customer: {} }, 'customer.name'],
		['that is not wrapped', { name: 'Shop' }, 'customer'],
		[
			'with the external ID of another one',
			{ customer: { name: 'B', external_customer_id: 'c-1' } },
			'taken',
		],
	])('are not created %s', async (_name, body, text) => {
		await newCustomer('Shop', 'c-1');
		const answer = await call('POST', '/customers', body);
		expect(answer.status).toBe(422);
		expect(answer.body.error).toContain(text);
	});

	it('connect a number that Meta has', async () => {
		const id = await newCustomer();
		const connect = (phone_number_id: string) =>
			call('POST', `/customers/${id}/whatsapp/phone_numbers`, {
				whatsapp_phone_number: { phone_number_id, name: 'Theirs' },
			});
		expect(await connect(secondNumber.id)).toMatchObject({
			status: 201,
			body: { data: { phone_number_id: secondNumber.id, customer_id: id, name: 'Theirs' } },
		});
		expect((await connect('1')).status).toBe(422);
		const numbers = await call('GET', `/whatsapp/phone_numbers?customer_id=${id}`);
		expect(numbers.body.data).toMatchObject([{ phone_number_id: secondNumber.id }]);
	});
});

describe("Kapso's setup links", () => {
	const links = (customer: string) => `/customers/${customer}/setup_links`;

	it('revoke the one before, live 30 days and can be revoked', async () => {
		const customer = await newCustomer();
		const create = async (setup_link = {}) =>
			(await call('POST', links(customer), { setup_link })).body.data;
		const first = await create({ language: 'es', provision_phone_number: true });
		expect(first).toMatchObject({ status: 'active', language: 'es', provision_phone_number: true });
		const days = (Date.parse(String(first.expires_at)) - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(30);
		const second = await create();
		expect((await call('GET', links(customer))).body).toMatchObject({
			data: [
				{ id: second.id, status: 'active' },
				{ id: first.id, status: 'revoked' },
			],
			meta: { total_count: 2 },
		});
		const revoke = () =>
			call('PATCH', `${links(customer)}/${String(second.id)}`, {
				setup_link: { status: 'revoked' },
			});
		expect((await revoke()).body.data.status).toBe('revoked');
		expect(await revoke()).toMatchObject({
			status: 422,
			body: { error: 'Setup link is not active' },
		});
	});

	it.each<[string, Record<string, unknown>]>([
		['an unknown language', { language: 'de' }],
		['an unknown connection type', { allowed_connection_types: ['app'] }],
		['a redirect that is no URL', { success_redirect_url: 'ok' }],
	])('are not created with %s', async (_name, setup_link) => {
		const customer = await newCustomer();
		expect((await call('POST', links(customer), { setup_link })).status).toBe(422);
	});

	it('connect a number, which sends and is reported to the project', async () => {
		const receiver = await new Receiver().start();
		await call('POST', '/whatsapp/webhooks', {
			whatsapp_webhook: { url: receiver.url, events: ['whatsapp.phone_number.created'] },
		});
		const customer = await newCustomer('Shop');
		const { data } = (
			await call('POST', links(customer), {
				setup_link: {
					success_redirect_url: 'https://app.example.com/ok?a=1',
					failure_redirect_url: 'https://app.example.com/no',
				},
			})
		).body;
		const open = async () => {
			const response = await fetch(String(data.url), { redirect: 'manual' });
			return new URL(response.headers.get('location') ?? '');
		};
		const target = await open();
		expect(`${target.origin}${target.pathname}`).toBe('https://app.example.com/ok');
		const told = Object.fromEntries(target.searchParams);
		expect(told).toMatchObject({ a: '1', setup_link_id: data.id, status: 'completed' });
		await simulator.settled();
		await receiver.stop();
		expect(receiver.webhooks.map(({ raw }) => JSON.parse(raw))).toMatchObject([
			{ phone_number_id: told.phone_number_id, customer: { id: customer } },
		]);
		const sent = await callKapso(simulator, 'POST', `${proxy}/${told.phone_number_id}/messages`, {
			messaging_product: 'whatsapp',
			to: pablo.waId,
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		});
		expect(sent.status).toBe(200);
		expect((await call('GET', links(customer))).body.data).toMatchObject([{ status: 'used' }]);
		expect((await open()).searchParams.get('error_code')).toBe('already_used');
	});
});

describe("Kapso's inbox embeds", () => {
	const create = (inbox_embed: Record<string, unknown>) =>
		call('POST', '/inbox_embeds', { inbox_embed: { name: 'Desk', ...inbox_embed } });

	it('have their token once, and are changed and revoked', async () => {
		const created = await create({ scope_type: 'phone_number', scope_id: firstNumber.id });
		expect(created).toMatchObject({
			status: 201,
			body: { data: { token: expect.any(String), embed_url: expect.stringContaining('/embed/') } },
		});
		const path = `/inbox_embeds/${String(created.body.data.id)}`;
		const read = (await call('GET', path)).body.data;
		expect(read).toMatchObject({ name: 'Desk', scope_id: firstNumber.id, status: 'active' });
		expect(Object.keys(read as object)).not.toContain('token');
		const changed = await call('PATCH', path, { inbox_embed: { language: 'es' } });
		expect(changed.body.data).toMatchObject({ name: 'Desk', language: 'es' });
		expect((await call('DELETE', path)).status).toBe(204);
		expect((await call('GET', '/inbox_embeds')).body.data).toMatchObject([{ status: 'revoked' }]);
	});

	it.each<[string, unknown, number]>([
		['project', undefined, 201],
		['project', firstNumber.id, 422],
		['phone_number', '1', 422],
		['customer', unknown, 422],
		['app', undefined, 422],
	])('of the scope %s with the ID %s get %d', async (scope_type, scope_id, status) => {
		expect((await create({ scope_type, scope_id })).status).toBe(status);
	});
});

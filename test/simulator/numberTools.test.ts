import { business, type Simulator } from '../../simulator';
import { call, firstNumber, pablo, secondNumber, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const at = (edge: string, number: { id: string } = firstNumber) => `/v25.0/${number.id}/${edge}`;

describe('blocked users', () => {
	const block = (...users: object[]) =>
		call(simulator, 'POST', at('block_users', secondNumber), {
			messaging_product: 'whatsapp',
			block_users: users,
		});

	it('blocks who wrote lately', async () => {
		expect(await block({ user: `+${pablo.waId}` })).toMatchObject({
			status: 200,
			body: { block_users: { added_users: [{ wa_id: pablo.waId }] } },
		});
		expect((await call(simulator, 'GET', at('block_users', secondNumber))).body.data).toEqual([
			{ messaging_product: 'whatsapp', wa_id: pablo.waId },
		]);
	});

	it('lists who was not blocked, beside an error', async () => {
		const answer = await block({ user: `+${pablo.waId}` }, { user: '+491711234567' });
		expect(answer).toMatchObject({
			status: 400,
			body: {
				block_users: {
					added_users: [{ wa_id: pablo.waId }],
					failed_users: [{ input: '+491711234567', errors: [{ code: 131047 }] }],
				},
			},
			error: { code: 139100 },
		});
	});

	it('takes up to 1,000 at once', async () => {
		const answer = await block(...Array.from({ length: 1001 }, () => ({ user: '+1' })));
		expect(answer.error).toMatchObject({ code: 100 });
	});
});

describe('QR codes', () => {
	it.each([
		['an empty message', { prefilled_message: '' }],
		['a message that is too long', { prefilled_message: 'x'.repeat(141) }],
		['an unknown format', { prefilled_message: 'Hello', generate_qr_image: 'JPEG' }],
	])('refuses %s', async (_, body) => {
		const answer = await call(simulator, 'POST', at('message_qrdls'), body);
		expect(answer).toMatchObject({ status: 400, error: { code: 100 } });
	});

	it('gives the list page by page', async () => {
		await call(simulator, 'POST', at('message_qrdls'), { prefilled_message: 'Hello' });
		const { body } = await call(simulator, 'GET', at('message_qrdls?limit=1'));
		expect(body).toMatchObject({
			data: [{ prefilled_message: 'Hello' }],
			paging: { next: expect.any(String) },
		});
	});
});

describe('commerce settings', () => {
	it('takes them from the query and keeps the others', async () => {
		const path = at('whatsapp_commerce_settings');
		await call(simulator, 'POST', `${path}?is_cart_enabled=false`);
		expect((await call(simulator, 'GET', path)).body.data).toEqual([
			{ id: business.catalog.id, is_cart_enabled: false, is_catalog_visible: true },
		]);
		const answer = await call(simulator, 'POST', `${path}?is_cart_enabled=maybe`);
		expect(answer.error).toMatchObject({ code: 100 });
	});
});

import { business, type Simulator } from '../../simulator';
import { call, firstNumber, pablo, secondNumber, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const at = (edge: string, number: { id: string } = firstNumber) => `/v26.0/${number.id}/${edge}`;

describe('phone numbers of the simulator', () => {
	describe('blocked users', () => {
		const block = (...users: object[]) =>
			call(simulator, 'POST', at('block_users', secondNumber), {
				messaging_product: 'whatsapp',
				block_users: users,
			});

		it('include a user who wrote in the last 24 hours', async () => {
			expect(await block({ user: `+${pablo.waId}` })).toMatchObject({
				status: 200,
				body: { block_users: { added_users: [{ wa_id: pablo.waId }] } },
			});
			expect((await call(simulator, 'GET', at('block_users', secondNumber))).body.data).toEqual([
				{ messaging_product: 'whatsapp', wa_id: pablo.waId },
			]);
		});

		it('do not include other users, who are listed with an error (139100)', async () => {
			const response = await block({ user: `+${pablo.waId}` }, { user: '+491711234567' });
			expect(response).toMatchObject({
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

		it('cannot be 1,001 at once', async () => {
			const response = await block(...Array.from({ length: 1001 }, () => ({ user: '+1' })));
			expect(response.error).toMatchObject({ code: 100 });
		});
	});

	describe('the state of a number', () => {
		const read = async (fields: string) =>
			(await call(simulator, 'GET', `/v26.0/${firstNumber.id}?fields=${fields}`)).body;

		it('says whether it is registered', async () => {
			const fields = 'status,platform_type,throughput';
			expect(await read(fields)).toMatchObject({
				status: 'CONNECTED',
				platform_type: 'CLOUD_API',
				throughput: { level: 'STANDARD' },
			});
			await call(simulator, 'POST', at('deregister'));
			expect(await read(fields)).toMatchObject({
				status: 'DISCONNECTED',
				platform_type: 'NOT_APPLICABLE',
				throughput: { level: 'NOT_APPLICABLE' },
			});
		});

		it('says who cannot send, why, and what to do', async () => {
			const available = { can_send_message: 'AVAILABLE' };
			const entities = ['PHONE_NUMBER', 'WABA', 'BUSINESS', 'APP'].map((entity_type) => ({
				entity_type,
				...available,
			}));
			expect(await read('health_status')).toMatchObject({
				health_status: { ...available, entities },
			});
			const error = {
				error_code: 141006,
				error_description: 'There is an error with the payment method.',
				possible_solution: 'Please add a new payment method to the account.',
			};
			simulator.state.waba.healthErrors = [error];
			expect(await read('health_status')).toMatchObject({
				health_status: {
					can_send_message: 'BLOCKED',
					entities: [
						{},
						{ entity_type: 'WABA', can_send_message: 'BLOCKED', errors: [error] },
						{},
						{},
					],
				},
			});
		});
	});

	describe('QR codes', () => {
		it.each([
			['an empty message', { prefilled_message: '' }],
			['a message of 141 characters', { prefilled_message: 'x'.repeat(141) }],
			['an unknown format', { prefilled_message: 'Hello', generate_qr_image: 'JPEG' }],
		])('cannot be created with %s', async (_, body) => {
			const response = await call(simulator, 'POST', at('message_qrdls'), body);
			expect(response).toMatchObject({ status: 400, error: { code: 100 } });
		});

		it('are listed in pages', async () => {
			await call(simulator, 'POST', at('message_qrdls'), { prefilled_message: 'Hello' });
			const { body } = await call(simulator, 'GET', at('message_qrdls?limit=1'));
			expect(body).toMatchObject({
				data: [{ prefilled_message: 'Hello' }],
				paging: { next: expect.any(String) },
			});
		});
	});

	describe('commerce settings', () => {
		it('are read from the query, and others are kept', async () => {
			const path = at('whatsapp_commerce_settings');
			await call(simulator, 'POST', `${path}?is_cart_enabled=false`);
			expect((await call(simulator, 'GET', path)).body.data).toEqual([
				{ id: business.catalog.id, is_cart_enabled: false, is_catalog_visible: true },
			]);
			const response = await call(simulator, 'POST', `${path}?is_cart_enabled=maybe`);
			expect(response.error).toMatchObject({ code: 100 });
		});
	});

	describe('registration and settings', () => {
		it('rejects the right PIN after five wrong ones (133008)', async () => {
			const register = (pin: string) =>
				call(simulator, 'POST', at('register'), { messaging_product: 'whatsapp', pin });
			for (let guess = 0; guess < 5; guess++) {
				expect((await register('000000')).error).toMatchObject({ code: 133005 });
			}
			expect((await register(business.pin)).error).toMatchObject({ code: 133008 });
		});

		it.each([
			['a PIN of five digits', 'register', { messaging_product: 'whatsapp', pin: '12345' }],
			['no messaging_product', 'register', { pin: '123456' }],
			['an unknown method', 'request_code', { code_method: 'EMAIL', language: 'en_US' }],
			['no language', 'request_code', { code_method: 'SMS' }],
			['a short code', 'verify_code', { code: '123' }],
			[
				'two settings at once',
				'settings',
				{ calling: {}, user_identity_change: { enable_identity_key_check: true } },
			],
			['no setting', 'settings', {}],
			['encryption without a key', 'settings', { payload_encryption: { status: 'ENABLED' } }],
			[
				'call hours without a time zone',
				'settings',
				{ calling: { call_hours: { status: 'ENABLED' } } },
			],
			['five ice breakers', 'conversational_automation', { prompts: ['a', 'b', 'c', 'd', 'e'] }],
			['an emoji in an ice breaker', 'conversational_automation', { prompts: ['🌵'] }],
			[
				'a duplicate command',
				'conversational_automation',
				{
					commands: ['a', 'a'].map((command_name) => ({ command_name, command_description: 'x' })),
				},
			],
		])('rejects a request with %s', async (_, edge, body) => {
			const response = await call(simulator, 'POST', at(edge), body);
			expect(response).toMatchObject({ status: 400, error: { code: 100 } });
		});
	});
});

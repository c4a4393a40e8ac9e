import { business, type Simulator } from '../../simulator';
import { call, firstNumber, idOf, pablo, secondNumber, send, start } from './support';

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

	describe('usernames', () => {
		const { current, requested, reserved, taken, onFacebookPage, onInstagram } = business.usernames;
		const set = (
			username: string,
			transfer_action?: string,
			number: { id: string } = firstNumber,
		) => call(simulator, 'POST', at('username', number), { username, transfer_action });
		const read = async (number: { id: string } = firstNumber) =>
			(await call(simulator, 'GET', at('username', number))).body;

		it('are approved if they are reserved for the business, and requested otherwise', async () => {
			expect(await read()).toEqual({ username: current, status: 'approved' });
			expect((await set(reserved[0])).body).toEqual({ status: 'approved' });
			expect(await read()).toEqual({ username: reserved[0], status: 'approved' });
			expect((await set('shrubs', 'none', secondNumber)).body).toEqual({ status: 'reserved' });
			expect(await read(secondNumber)).toEqual({ username: 'shrubs', status: 'reserved' });
		});

		it.each([
			['no letter', '12345', 100],
			['two periods in a row', 'lucky..shrub', 100],
			['a domain', 'luckyshrub.com', 100],
			['one that somebody has', taken, 147001],
			['one of an unlinked Facebook Page', onFacebookPage, 147003],
			['one of an unlinked Instagram account', onInstagram, 147004],
		])('refuse %s', async (_, username, code) => {
			expect(await set(username)).toMatchObject({ status: 400, error: { code } });
		});

		it('move from another number only if asked to (147005), whatever their case', async () => {
			const username = current.toUpperCase();
			expect((await set(username, undefined, secondNumber)).error).toMatchObject({ code: 147005 });
			await set(username, 'force_transfer', secondNumber);
			expect(await read(secondNumber)).toEqual({ username, status: 'reserved' });
			expect(await read()).toEqual({ username: requested, status: 'reserved' });
		});

		it('need a registered number (133010)', async () => {
			await call(simulator, 'POST', at('deregister'));
			expect((await set('shrubs')).error).toMatchObject({ code: 133010 });
		});

		it('are deleted apart from the request for one', async () => {
			const remove = async (edge: string) => (await call(simulator, 'DELETE', at(edge))).body;
			expect(await remove('username')).toEqual({ success: true });
			expect(await remove('username')).toEqual({ success: false });
			expect(await read()).toEqual({ username: requested, status: 'reserved' });
			expect(await remove('requested_username')).toEqual({ success: true });
			expect(await read()).toEqual({});
		});
	});

	describe('a new number', () => {
		const { id: wabaId } = business.waba;
		const add = (phone_number: string, more: object = {}) =>
			call(simulator, 'POST', `/v25.0/${wabaId}/phone_numbers`, {
				cc: '1',
				phone_number,
				verified_name: 'Lucky Shrub Sales',
				...more,
			});

		it('belongs to the account, and is not registered', async () => {
			const { id } = (await add('6315551000')).body;
			const { body } = await call(
				simulator,
				'GET',
				`/v25.0/${String(id)}?fields=status,verified_name`,
			);
			expect(body).toEqual({ id, status: 'DISCONNECTED', verified_name: 'Lucky Shrub Sales' });
		});

		it('cannot be one that exists, with or without its country code', async () => {
			expect(await add('16315551000')).toMatchObject({ status: 200 });
			expect(await add('6315551000')).toMatchObject({ status: 409, error: { code: 100 } });
		});

		it.each([
			['no name', { verified_name: undefined }],
			['no country code', { cc: undefined }],
			['a plus in the number', { phone_number: '+16315551000' }],
		])('needs all it needs: %s', async (_, more) => {
			expect((await add('6315551000', more)).error).toMatchObject({ code: 100 });
		});
	});

	describe('compliance information', () => {
		const path = at('business_compliance_info');
		const contact = { email: 'support@luckyshrub.com', mobile_number: '+913854559033' };
		const info = {
			messaging_product: 'whatsapp',
			entity_name: 'Lucky Shrub',
			entity_type: 'PRIVATE_COMPANY',
			grievance_officer_details: { name: 'Chandravati P.', ...contact },
			customer_care_details: contact,
		};

		it('is read as it was written, but for the type', async () => {
			expect((await call(simulator, 'GET', path)).body.data).toEqual([
				{ messaging_product: 'whatsapp', is_registered: false },
			]);
			expect((await call(simulator, 'POST', path, info)).body).toEqual({ success: true });
			expect((await call(simulator, 'GET', path)).body.data).toMatchObject([
				{ ...info, entity_type: 'Private Company' },
			]);
		});

		it.each([
			['another type without its name', { entity_type: 'OTHER', is_registered: true }],
			['a name of a type that is listed', { entity_type_custom: 'Society' }],
			['a registration of a company', { is_registered: true }],
			['a partnership without a registration', { entity_type: 'PARTNERSHIP' }],
			['no customer care', { customer_care_details: undefined }],
		])('rejects %s', async (_, more) => {
			const response = await call(simulator, 'POST', path, { ...info, ...more });
			expect(response.error).toMatchObject({ code: 100 });
		});
	});

	describe('the status of an official business account', () => {
		const path = at('official_business_account');
		const application = {
			business_website_url: 'https://www.luckyshrub.com',
			primary_country_of_operation: 'United States of America',
		};

		it('is pending after a request, of which there is one', async () => {
			expect((await call(simulator, 'GET', path)).body).toMatchObject({
				oba_status: 'NOT_STARTED',
			});
			expect((await call(simulator, 'POST', path, application)).body).toMatchObject({
				success: true,
				updated_status: { oba_status: 'PENDING' },
			});
			expect((await call(simulator, 'GET', path)).body).toMatchObject({ oba_status: 'PENDING' });
			expect((await call(simulator, 'POST', path, application)).error).toMatchObject({ code: 100 });
		});

		it('needs five links if any', async () => {
			const body = { ...application, supporting_links: ['https://example.com'] };
			expect((await call(simulator, 'POST', path, body)).error).toMatchObject({ code: 100 });
		});
	});

	describe('the message history', () => {
		const [pastId] = business.pastMessageIds;
		const read = async (edge: string) =>
			(await call<{ data: Array<{ id: string }> }>(simulator, 'GET', at(edge))).body.data;

		it('has the messages of the number, the newest first, with their events', async () => {
			const id = idOf(await send(simulator, { text: { body: 'Hi' } }));
			await simulator.settled();
			expect(await read('message_history?fields=id,message_id,events')).toMatchObject([
				{
					message_id: id,
					events: {
						data: ['SENT', 'DELIVERED', 'READ'].map((delivery_status) => ({ delivery_status })),
					},
				},
				{ message_id: pastId },
			]);
		});

		it('has the events of one message', async () => {
			const [history] = await read(`message_history?message_id=${encodeURIComponent(pastId)}`);
			const path = `/v25.0/${history?.id}/events`;
			expect((await call(simulator, 'GET', `${path}?status_filter=DELIVERED`)).body.data).toEqual([
				{
					cursor: expect.any(String),
					node: expect.objectContaining({
						delivery_status: 'DELIVERED',
						occurrence_timestamp: 1767348060,
					}),
				},
			]);
			expect((await call(simulator, 'GET', `${path}?status_filter=LATE`)).error).toMatchObject({
				code: 100,
			});
		});

		it('has no message of another number', async () => {
			const response = await call(
				simulator,
				'GET',
				at(`message_history?message_id=${encodeURIComponent(pastId)}`, secondNumber),
			);
			expect(response).toMatchObject({ status: 422, error: { code: 100 } });
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

		it('turns storage off for one hour only, while the number is not registered', async () => {
			const set = async (retention_minutes?: number) => {
				const storage_configuration = { status: 'NO_STORAGE_ENABLED', retention_minutes };
				return (await call(simulator, 'POST', at('settings'), { storage_configuration })).status;
			};
			expect(await set(60)).toBe(400);
			await call(simulator, 'POST', at('deregister'));
			expect(await set(1440)).toBe(400);
			expect(await set()).toBe(400);
			expect(await set(60)).toBe(200);
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
			[
				'a region without storage',
				'register',
				{
					messaging_product: 'whatsapp',
					pin: business.pin,
					data_localization_region: 'DE',
					meta_store_retention_minutes: 60,
				},
			],
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

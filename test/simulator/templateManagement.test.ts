import { business, type Simulator } from '../../simulator';
import { call, quickSettings, Receiver, sendTemplate, start, subscribeToFields } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start({ templateReviewMs: 1 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());
beforeEach(() => simulator.updateSettings({ ...quickSettings, templateReviewMs: 1 }));

const path = `/v26.0/${business.waba.id}/message_templates`;
const idOf = (name: string) =>
	simulator.state.templates.find((template) => template.name === name)?.id ?? '';
const body = (text: string, ...examples: string[]) => ({
	type: 'BODY',
	text,
	...(examples.length > 0 && { example: { body_text: [examples] } }),
});
const hello = body('Your order comes today.');
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });
const reply = { type: 'QUICK_REPLY', text: 'Yes' };
const link = { type: 'URL', text: 'Shop', url: 'https://example.com' };
const image = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } };
const create = (changes: object = {}) =>
	call<{ id: string; status: string; category: string }>(simulator, 'POST', path, {
		name: 'new_template',
		language: 'en_US',
		category: 'UTILITY',
		components: [hello],
		...changes,
	});
const withComponents = (...components: object[]) => create({ components });
const edit = (name: string, changes: object) =>
	call(simulator, 'POST', `/v26.0/${idOf(name)}`, changes);

describe('template management of the simulator', () => {
	describe('creating', () => {
		it('returns PENDING, and the template cannot be sent', async () => {
			simulator.updateSettings({ templateReviewMs: null });
			const { body: created } = await create();
			expect(created).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' });
			expect((await sendTemplate(simulator, 'new_template')).error.code).toBe(132001);
		});

		it('approves the template after the review, and it can be sent', async () => {
			await create();
			await simulator.settled();
			expect((await sendTemplate(simulator, 'new_template')).status).toBe(200);
		});

		it('stores enumerations in capitals and the fixed texts of authentication templates', async () => {
			const { body: created } = await create({
				category: 'authentication',
				components: [
					{ type: 'body', add_security_recommendation: true },
					{ type: 'footer', code_expiration_minutes: 5 },
					{ type: 'buttons', buttons: [{ type: 'otp', otp_type: 'copy_code' }] },
				],
			});
			const { body: stored } = await call(simulator, 'GET', `/v26.0/${created.id}`);
			expect(stored).toMatchObject({
				category: 'AUTHENTICATION',
				components: [
					{
						type: 'BODY',
						text: '*{{1}}* is your verification code. For your security, do not share this code.',
					},
					{ type: 'FOOTER', text: 'This code expires in 5 minutes.' },
					{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code' }] },
				],
			});
		});

		it.each([
			['fraud', 'You have won a prize.', 'SCAM'],
			['abuse', 'Come to our casino today.', 'ABUSIVE_CONTENT'],
		])('rejects %s in the review, with the reason', async (_name, text, reason) => {
			const { body: created } = await withComponents(body(text));
			await simulator.settled();
			const response = await call(
				simulator,
				'GET',
				`/v26.0/${created.id}?fields=status,rejected_reason`,
			);
			expect(response.body).toMatchObject({ status: 'REJECTED', rejected_reason: reason });
		});

		it.each([true, false])('makes offers marketing, allow_category_change %s', async (allowed) => {
			const components = [body('Now 20% off, only today.')];
			const { body: created } = await create({ components, allow_category_change: allowed });
			expect(created.category).toBe('MARKETING');
		});

		it('leaves the review to the control interface if templateReviewMs is null, and sends its webhook', async () => {
			simulator.updateSettings({ templateReviewMs: null });
			const receiver = await new Receiver().start();
			await call(simulator, 'POST', `/v26.0/${business.waba.id}/subscribed_apps`);
			await subscribeToFields(simulator, receiver, ['message_template_status_update']);
			const { body: created } = await create();
			await simulator.settled();
			expect(receiver.webhooks).toEqual([]);
			const control = `/control/templates/${created.id}/status`;
			expect(
				await call(simulator, 'POST', control, { status: 'REJECTED', reason: 'INVALID_FORMAT' }),
			).toMatchObject({ status: 200 });
			await simulator.settled();
			await receiver.stop();
			expect(receiver.webhooks.map((webhook) => webhook.body.entry[0]?.changes)).toEqual([
				[
					{
						field: 'message_template_status_update',
						value: {
							event: 'REJECTED',
							message_template_id: Number(created.id),
							message_template_name: 'new_template',
							message_template_language: 'en_US',
							message_template_category: 'UTILITY',
							reason: 'INVALID_FORMAT',
							rejection_info: { reason: expect.any(String), recommendation: expect.any(String) },
						},
					},
				],
			]);
		});

		it.each<[string, object, number | undefined]>([
			['a name with capitals', { name: 'New' }, undefined],
			['an invalid language', { language: 'english' }, undefined],
			['an invalid category', { category: 'NEWS' }, undefined],
			['no components', { components: undefined }, undefined],
			['a name in use', { name: 'hello_world' }, 2388024],
			['a lifetime of 10 seconds', { message_send_ttl_seconds: 10 }, undefined],
		])('rejects a template with %s', async (_name, changes, subcode) => {
			const { status, error } = await create(changes);
			expect({ status, code: error.code, subcode: error.error_subcode }).toEqual({
				status: 400,
				code: 100,
				subcode,
			});
		});

		it.each<[string, object[], number | undefined]>([
			['no body', [image], undefined],
			['a body of 1,025 characters', [body('x'.repeat(1025))], 2388040],
			['a variable at the start', [body('{{1}} is here', 'x')], 2388299],
			['a variable at the end', [body('Here is {{1}}', 'x')], 2388299],
			['a gap in the variable numbers', [body('Hi {{1}} and {{3}}, hello.', 'x', 'y')], 2388072],
			['numbered and named variables', [body('Hi {{1}} and {{name}}, hello.', 'x', 'y')], 2388072],
			['no example', [body('Hi {{1}}, hello.')], 2388043],
			['too many variables', [body('Hi {{1}} {{2}} {{3}} you', '1', '2', '3')], 2388293],
			['a header of two lines', [hello, { type: 'HEADER', format: 'TEXT', text: 'a\nb' }], 2388047],
			[
				'a header of more than 60 characters',
				[hello, { type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }],
				2388040,
			],
			['a header without a sample', [hello, { type: 'HEADER', format: 'IMAGE' }], 2388043],
			['a footer with a variable', [hello, { type: 'FOOTER', text: 'Hi {{1}}' }], 2388073],
			['two bodies', [hello, hello], undefined],
			['quick replies around a link', [hello, buttons(reply, link, reply)], undefined],
			['three links', [hello, buttons(link, link, link)], undefined],
			['eleven buttons', [hello, buttons(...Array.from({ length: 11 }, () => reply))], undefined],
			[
				'a catalog button with another button',
				[hello, buttons({ type: 'CATALOG', text: 'View' }, link)],
				undefined,
			],
			[
				'a button text of 26 characters',
				[hello, buttons({ ...reply, text: 'x'.repeat(26) })],
				2388040,
			],
			[
				'a link variable in the middle',
				[hello, buttons({ ...link, url: 'https://example.com/{{1}}/x', example: ['x'] })],
				undefined,
			],
			[
				'a link variable without an example',
				[hello, buttons({ ...link, url: 'https://example.com/{{1}}' })],
				2388043,
			],
			[
				'a one-time code button',
				[hello, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })],
				undefined,
			],
			['a Flow button without a Flow', [hello, buttons({ type: 'FLOW', text: 'Go' })], undefined],
			['a carousel', [hello, { type: 'CAROUSEL', cards: [{ components: [image] }] }], undefined],
			[
				'an offer',
				[hello, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now!' } }],
				undefined,
			],
			[
				'a call permission request with buttons',
				[hello, { type: 'CALL_PERMISSION_REQUEST' }, buttons(reply)],
				undefined,
			],
		])('rejects a utility template with %s', async (_name, components, subcode) => {
			const { status, error } = await withComponents(...components);
			expect({ status, code: error.code, subcode: error.error_subcode }).toEqual({
				status: 400,
				code: 100,
				subcode,
			});
		});

		it.each<[string, object[]]>([
			[
				'cards with different components',
				[
					hello,
					{
						type: 'CAROUSEL',
						cards: [{ components: [image] }, { components: [image, buttons(reply)] }],
					},
				],
			],
			[
				'cards and a footer',
				[
					hello,
					{ type: 'FOOTER', text: 'Bye' },
					{ type: 'CAROUSEL', cards: [{ components: [image] }] },
				],
			],
			[
				'an offer and a footer',
				[
					hello,
					{ type: 'FOOTER', text: 'Bye' },
					{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now!' } },
				],
			],
		])('rejects a marketing template with %s', async (_name, components) => {
			expect((await create({ category: 'MARKETING', components })).status).toBe(400);
		});

		it.each<[string, object[]]>([
			['a text', [hello, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })]],
			['no button', [{ type: 'BODY' }]],
			['one tap without apps', [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'ONE_TAP' })]],
			[
				'zero tap without its terms',
				[
					{ type: 'BODY' },
					buttons({
						type: 'OTP',
						otp_type: 'ZERO_TAP',
						supported_apps: [{ package_name: 'a.b', signature_hash: 'x' }],
					}),
				],
			],
			[
				'a code that is valid for too long',
				[
					{ type: 'BODY' },
					{ type: 'FOOTER', code_expiration_minutes: 91 },
					buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
				],
			],
		])('rejects an authentication template with %s', async (_name, components) => {
			expect((await create({ category: 'AUTHENTICATION', components })).status).toBe(400);
		});
	});

	describe('the template library', () => {
		const browse = (query = '') =>
			call<{ data: Array<{ name: string; language: string }>; paging?: { next?: string } }>(
				simulator,
				'GET',
				`/v26.0/message_template_library${query}`,
			);

		it('returns an entry as Meta does', async () => {
			const response = await browse('?usecase=DELIVERY_FAILED');
			expect(response.body.data).toEqual([
				{
					name: 'delivery_failed_2_form',
					language: 'en_US',
					category: 'UTILITY',
					topic: 'ORDER_MANAGEMENT',
					usecase: 'DELIVERY_FAILED',
					industry: ['E_COMMERCE'],
					body: 'We were unable to deliver order {{1}} today. Please {{2}} to schedule another delivery attempt.',
					body_params: ['#12345', 'try a redelivery'],
					body_param_types: ['TEXT', 'TEXT'],
					buttons: [{ type: 'FLOW', text: 'Reschedule' }],
					id: '7138055039625658',
				},
			]);
		});

		it('comes in pages', async () => {
			const { body: page } = await browse('?limit=1');
			expect(page.data).toHaveLength(1);
			expect(page.paging?.next).toContain('/message_template_library?limit=1&after=');
		});

		it.each([
			['search=BALANCE', ['low_balance_warning_1 en_US']],
			['search=unable', ['delivery_failed_2_form en_US']],
			['language=es_ES', ['delivery_update_1 es_ES']],
			['topic=PAYMENTS', ['low_balance_warning_1 en_US']],
			['industry=FINANCIAL_SERVICES', ['low_balance_warning_1 en_US']],
			['category=MARKETING', []],
			['search=delivery&language=en_US&usecase=DELIVERY_UPDATE', ['delivery_update_1 en_US']],
		])('is filtered by %s', async (query, expected) => {
			const { body: page } = await browse(`?${query}`);
			expect(page.data.map(({ name, language }) => `${name} ${language}`)).toEqual(expected);
		});

		it.each(['category=NEWS', 'industry=SPORTS', 'topic=WEATHER'])(
			'rejects the filter %s',
			async (query) => {
				expect(await browse(`?${query}`)).toMatchObject({ status: 400, error: { code: 100 } });
			},
		);

		const fromLibrary = (library_template_name: string) =>
			create({ components: undefined, library_template_name });

		it('gives a new template its texts', async () => {
			const { body: created } = await fromLibrary('low_balance_warning_1');
			const { body: stored } = await call(simulator, 'GET', `/v26.0/${created.id}`);
			expect(stored).toMatchObject({
				components: [
					{ type: 'HEADER', format: 'TEXT', text: 'Your balance is low' },
					{ type: 'BODY', example: { body_text: [['Jim', '1234', '$75.00']] } },
				],
			});
		});

		it('has no template of another name', async () => {
			expect(await fromLibrary('nope')).toMatchObject({ status: 400, error: { code: 100 } });
		});
	});

	describe('editing', () => {
		it('submits the template for review again', async () => {
			simulator.updateSettings({ templateReviewMs: null });
			expect((await edit('call_us', { components: [hello] })).body).toEqual({ success: true });
			expect((await sendTemplate(simulator, 'call_us')).error.code).toBe(132001);
			simulator.setTemplateStatus(idOf('call_us'), { status: 'APPROVED' });
			expect((await sendTemplate(simulator, 'call_us')).status).toBe(200);
		});

		it.each<[string, string, object]>([
			['a pending template', 'pending_promotion', { components: [hello] }],
			['a disabled template', 'disabled_promotion', { components: [hello] }],
			['the category of an approved template', 'call_us', { category: 'MARKETING' }],
		])('cannot change %s', async (_name, template, changes) => {
			expect((await edit(template, changes)).error.error_subcode).toBe(2388039);
		});

		it('rejects a second edit on the same day, except of a rejected template', async () => {
			const changes = { components: [hello] };
			await edit('call_us', changes);
			await simulator.settled();
			expect((await edit('call_us', changes)).error.error_subcode).toBe(2388039);
			const fraud = { components: [body('You have won a prize.')] };
			for (let edits = 0; edits < 2; edits += 1) {
				expect((await edit('rejected_promotion', fraud)).status).toBe(200);
				await simulator.settled();
			}
		});

		it('applies the rules of creation', async () => {
			const changes = { components: [body('Here is {{1}}', 'x')] };
			expect((await edit('call_us', changes)).error.error_subcode).toBe(2388299);
		});
	});

	describe('deleting', () => {
		const remove = (query: string) => call(simulator, 'DELETE', `${path}?${query}`);

		it('deletes all languages of a name, which is then blocked', async () => {
			expect((await remove('name=order_confirmation')).body).toEqual({ success: true });
			expect(idOf('order_confirmation')).toBe('');
			expect((await create({ name: 'order_confirmation' })).error.error_subcode).toBe(2388023);
		});

		it('deletes one language by ID, which must match the name', async () => {
			const id = idOf('order_confirmation');
			expect((await remove(`name=hello_world&hsm_id=${id}`)).error.error_subcode).toBe(2593002);
			expect((await remove(`name=order_confirmation&hsm_id=${id}`)).status).toBe(200);
			expect(idOf('order_confirmation')).not.toBe('');
		});

		it('rejects a call without a name', async () => {
			expect((await remove('hsm_id=1')).error).toMatchObject({ code: 100 });
		});
	});

	describe('comparing', () => {
		const compare = (other: string, days: number) =>
			call(
				simulator,
				'GET',
				`/v26.0/${idOf('seasonal_promotion')}/compare?template_ids=[${other}]&start=0&end=${days * 86_400}`,
			);

		it('returns three metrics', async () => {
			const other = idOf('new_arrivals_image');
			expect((await compare(other, 30)).body).toMatchObject({
				data: [
					{ metric: 'BLOCK_RATE', order_by_relative_metric: [other, idOf('seasonal_promotion')] },
					{ metric: 'MESSAGE_SENDS', type: 'NUMBER_VALUES' },
					{ metric: 'TOP_BLOCK_REASON', type: 'STRING_VALUES' },
				],
			});
		});

		it.each([
			['a period of 10 days', 'new_arrivals_image', 10],
			['a template with too few sends', 'hello_world', 7],
			['an unknown template', 'nope', 7],
		])('rejects a comparison with %s', async (_name, other, days) => {
			expect((await compare(idOf(other), days)).error.code).toBe(100);
		});
	});

	it('cannot be unpaused in the first 5 minutes of a pause', async () => {
		const id = idOf('hello_world');
		const unpause = () => call(simulator, 'POST', `/v26.0/${id}/unpause`);
		expect((await unpause()).body).toMatchObject({ success: false });
		simulator.setTemplateStatus(id, { status: 'PAUSED' });
		expect((await unpause()).body).toMatchObject({ success: false });
		simulator.state.templateHistory.pausedAt.set(id, Date.now() - 300_001);
		expect((await unpause()).body).toEqual({ success: true });
		expect((await sendTemplate(simulator, 'hello_world')).status).toBe(200);
	});
});

import { business, type Simulator } from '../../simulator';
import { ada, call, firstNumber, sendTemplate, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

const link = 'https://example.com/file';
const text = (value: string, parameter_name?: string) => ({
	type: 'text',
	text: value,
	...(parameter_name && { parameter_name }),
});
const bodyOf = (...parameters: object[]) => ({ type: 'body', parameters });
const header = (parameter: object) => ({ type: 'header', parameters: [parameter] });
const button = (sub_type: string, index: number | string, parameter: object) => ({
	type: 'button',
	sub_type,
	index,
	parameters: [parameter],
});
const image = { type: 'image', image: { link } };
const currency = {
	type: 'currency',
	currency: { fallback_value: '$100.99', code: 'USD', amount_1000: 100990 },
};
const dateTime = { type: 'date_time', date_time: { fallback_value: 'February 25' } };
const sections = [{ title: 'All', product_items: [{ product_retailer_id: 'x' }] }];
const productParameter = {
	type: 'product',
	product: { product_retailer_id: '2lc20305pt', catalog_id: business.catalog.id },
};
const orderStatus = {
	type: 'order_status',
	order_status: { reference_id: 'order-1', order: { status: 'shipped' } },
};
const card = (card_index: number, ...parameters: object[]) => ({
	card_index,
	components: [
		header(image),
		bodyOf(...parameters),
		button('url', 1, text('aloe')),
		button('quick_reply', '0', { type: 'payload', payload: 'more' }),
	],
});

describe('templates of the simulator', () => {
	describe('sending', () => {
		it.each<[string, object[]]>([
			['hello_world', []],
			['order_confirmation', [bodyOf(text('Pablo'), currency, dateTime)]],
			[
				'delivery_update',
				[
					header(text('1', 'order_number')),
					bodyOf(text('P', 'first_name'), text('M', 'delivery_date')),
				],
			],
			['new_arrivals_image', [header(image), bodyOf(text('P')), button('url', '0', text('x'))]],
			['care_guide_video', [header({ type: 'video', video: { link } })]],
			[
				'invoice_document',
				[header({ type: 'document', document: { link } }), bodyOf(text('a'), text('b'))],
			],
			[
				'courier_location',
				[header({ type: 'location', location: { latitude: 1, longitude: 2 } }), bodyOf(text('a'))],
			],
			[
				'coupon_code',
				[bodyOf(text('a')), button('copy_code', 1, { type: 'coupon_code', coupon_code: 'X' })],
			],
			[
				'limited_time_offer',
				[
					header(image),
					bodyOf(text('a'), text('b')),
					{
						type: 'limited_time_offer',
						parameters: [
							{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1 } },
						],
					},
					button('copy_code', 0, { type: 'coupon_code', coupon_code: 'X' }),
					button('url', 1, text('x')),
				],
			],
			['verification_code', [bodyOf(text('123456')), button('url', 0, text('123456'))]],
			['intro_catalog_offer', [bodyOf(text('1'), text('2'), text('3'))]],
			[
				'abandoned_cart',
				[
					header(text('P')),
					bodyOf(text('X')),
					button('mpm', 0, { type: 'action', action: { sections } }),
				],
			],
			[
				'book_appointment_flow',
				[button('flow', 0, { type: 'action', action: { flow_token: 't' } })],
			],
			[
				'plants_carousel',
				[
					bodyOf(text('P'), text('X')),
					{ type: 'carousel', cards: [card(0, text('1')), card(1, text('2'))] },
				],
			],
			['call_us', []],
			[
				'payment_due',
				[
					bodyOf(
						{ ...currency, parameter_name: 'amount' },
						{ ...dateTime, parameter_name: 'due_date' },
					),
				],
			],
			['newsletter', [bodyOf(text('x'.repeat(32_768)))]],
			['single_product', [header(productParameter)]],
			[
				'product_carousel',
				[
					{
						type: 'carousel',
						cards: [0, 1].map((card_index) => ({
							card_index,
							components: [header(productParameter)],
						})),
					},
				],
			],
			['order_update', [{ type: 'order_status', parameters: [orderStatus] }]],
		])('accepts %s with matching components', async (name, components) => {
			const response = await sendTemplate(simulator, name, components);
			expect(response.error).toBeUndefined();
			expect(response.body.messages).toMatchObject([{ message_status: 'accepted' }]);
		});

		describe('as marketing messages', () => {
			const sendVia = (edge: string, name: string, more: object = {}, parameters: object[] = []) =>
				call(simulator, 'POST', `/v26.0/${firstNumber.id}/${edge}`, {
					...{ messaging_product: 'whatsapp', to: ada.waId, type: 'template' },
					template: {
						name,
						language: { code: 'en_US' },
						components: parameters.length > 0 ? [bodyOf(...parameters)] : undefined,
					},
					...more,
				});
			const viaMarketing = (name: string, more?: object, ...parameters: object[]) =>
				sendVia('marketing_messages', name, more, parameters);

			it('accepts marketing templates', async () => {
				expect((await viaMarketing('newsletter', {}, text('Roses.'))).status).toBe(200);
				expect(simulator.messages().at(-1)).toMatchObject({ endpoint: 'marketing_messages' });
				expect((await viaMarketing('max_price_promotion')).status).toBe(200);
			});

			it.each<[string, () => Promise<{ error: { code: number } }>, number]>([
				[
					'a text',
					() => viaMarketing('', { type: 'text', template: undefined, text: { body: 'x' } }),
					100,
				],
				['a utility template', () => viaMarketing('hello_world'), 134100],
				[
					'a template with a max price to a user ID',
					() => viaMarketing('max_price_promotion', { to: undefined, recipient: ada.userId }),
					131062,
				],
				[
					'a template with a max price through the Cloud API',
					() => sendVia('messages', 'max_price_promotion'),
					131061,
				],
			])('rejects %s', async (_what, refused, code) => {
				expect((await refused()).error.code).toBe(code);
			});

			it('rejects everything for an account that is not set up', async () => {
				simulator.updateSettings({ marketingMessagesApi: false });
				try {
					const refused = await viaMarketing('newsletter', {}, text('Roses.'));
					expect(refused.error.code).toBe(134102);
				} finally {
					simulator.updateSettings({ marketingMessagesApi: true });
				}
			});
		});
	});

	describe('validation', () => {
		it.each<[string, string, object[], number, number, string]>([
			['an unknown name', 'nope', [], 404, 132001, 'template name (nope) does not exist in en_US'],
			['the status PENDING', 'pending_promotion', [], 404, 132001, 'does not exist'],
			['the status REJECTED', 'rejected_promotion', [], 404, 132001, 'does not exist'],
			['the status PAUSED', 'paused_promotion', [], 400, 132015, 'paused'],
			['the status DISABLED', 'disabled_promotion', [], 400, 132016, 'disabled'],
			[
				'too few parameters',
				'order_confirmation',
				[bodyOf(text('1'))],
				400,
				132000,
				'body: number of localizable_params (1) does not match the expected number of params (3)',
			],
			[
				'parameters for a fixed header',
				'hello_world',
				[header(text('1'))],
				400,
				132000,
				'header: number of localizable_params (1) does not match the expected number of params (0)',
			],
			[
				'no header image',
				'new_arrivals_image',
				[bodyOf(text('1'))],
				400,
				132012,
				'header: Format mismatch, expected IMAGE, received UNKNOWN',
			],
			[
				'a document as header image',
				'new_arrivals_image',
				[header({ type: 'document', document: { link } })],
				400,
				132012,
				'expected IMAGE, received DOCUMENT',
			],
			[
				'no parameter name',
				'delivery_update',
				[header(text('1'))],
				400,
				100,
				'Parameter name is missing or empty',
			],
			[
				'an unknown parameter name',
				'delivery_update',
				[header(text('1', 'x'))],
				400,
				100,
				'Parameter name x does not exist',
			],
			['a new line', 'coupon_code', [bodyOf(text('a\nb'))], 400, 132018, 'cannot have new-line'],
			[
				'an invalid image',
				'new_arrivals_image',
				[header({ type: 'image', image: {} })],
				400,
				132018,
				'Either one of media ID or link must be present',
			],
			[
				'no URL suffix',
				'new_arrivals_image',
				[header(image), bodyOf(text('1'))],
				400,
				131008,
				'buttons: Button at index 0 of type Url requires a parameter',
			],
			[
				'a suffix for a fixed URL',
				'care_guide_video',
				[header({ type: 'video', video: { link } }), button('url', 0, text('x'))],
				400,
				132018,
				'Button at index 0 of type Url does not require parameters',
			],
			['no coupon code', 'coupon_code', [bodyOf(text('a'))], 400, 131008, 'type CopyCode requires'],
			[
				'an unknown button',
				'hello_world',
				[button('url', 0, text('x'))],
				400,
				132018,
				'no button at index 0',
			],
			[
				'the wrong type of button',
				'order_confirmation',
				[bodyOf(text('1'), text('2'), text('3')), button('url', 0, text('x'))],
				400,
				132018,
				'buttons: Button at index 0 must be of type QuickReply',
			],
			[
				'a code of more than 15 characters',
				'verification_code',
				[bodyOf(text('1234567890123456'))],
				400,
				132005,
				'15 characters',
			],
			['no order status', 'order_update', [], 400, 131008, 'order_status'],
			[
				'a group without its ID',
				'group_invitation',
				[bodyOf({ type: 'group_id' })],
				400,
				100,
				'group_id',
			],
			[
				'an order status for a template without one',
				'hello_world',
				[{ type: 'order_status', parameters: [orderStatus] }],
				400,
				132018,
				'not for an order',
			],
			[
				'a text of more than 1,024 characters',
				'coupon_code',
				[bodyOf(text('x'.repeat(1025)))],
				400,
				132005,
				'1024 characters',
			],
			[
				'too few cards',
				'plants_carousel',
				[bodyOf(text('1'), text('2')), { type: 'carousel', cards: [card(0, text('1'))] }],
				400,
				132000,
				'number of cards (1)',
			],
			[
				'too few parameters on a card',
				'plants_carousel',
				[bodyOf(text('1'), text('2')), { type: 'carousel', cards: [card(0, text('1')), card(1)] }],
				400,
				132000,
				'body: number of localizable_params (0)',
			],
			[
				'a text parameter without text',
				'coupon_code',
				[bodyOf({ type: 'text' })],
				400,
				100,
				"Parameter 'text' is mandatory for component parameter type 'text'",
			],
			[
				'an unknown media ID',
				'new_arrivals_image',
				[header({ type: 'image', image: { id: '1' } })],
				400,
				100,
				"template['components'][0]['parameters'][0]['image']['id'] is not a valid",
			],
		])('rejects a template with %s', async (_name, template, components, status, code, words) => {
			const response = await sendTemplate(simulator, template, components);
			expect({ status: response.status, code: response.error?.code }).toEqual({ status, code });
			expect(`${response.error.message} ${response.error.error_data?.details}`).toContain(words);
		});

		it('rejects a template with an unknown language', async () => {
			const template = { name: 'hello_world', language: { code: 'de' } };
			expect((await sendTemplate(simulator, '', [], { template })).error.code).toBe(132001);
		});

		it('rejects an authentication template to a user ID', async () => {
			const response = await sendTemplate(
				simulator,
				'verification_code',
				[bodyOf(text('123456')), button('url', 0, text('123456'))],
				{ to: undefined, recipient: ada.userId },
			);
			expect(response.error.code).toBe(131062);
		});
	});

	describe('reading templates', () => {
		const path = `/v26.0/${business.waba.id}/message_templates`;
		interface Page {
			data: Array<{ id: string; name: string; status: string; language: string }>;
			paging: { cursors: { after: string }; next?: string };
		}
		const read = async (query: string) =>
			(await call<Page>(simulator, 'GET', `${path}?${query}`)).body;

		it('returns all in pages', async () => {
			const names: string[] = [];
			let after = '';
			for (let page = 0; page < 50; page += 1) {
				const { data, paging } = await read(`limit=5&fields=name&after=${after}`);
				names.push(...data.map(({ name }) => name));
				after = paging.cursors.after;
				if (!paging.next) break;
			}
			expect(names).toEqual(business.templates.map(({ name }) => name));
		});

		it.each([
			['name=order_conf', ['order_confirmation', 'order_confirmation']],
			['name=order_conf&language=es_ES', ['order_confirmation']],
			['status=PAUSED', ['paused_promotion']],
			['category=AUTHENTICATION', ['verification_code']],
		])('filters by %s', async (query, names) => {
			expect((await read(query)).data.map(({ name }) => name)).toEqual(names);
		});

		it('returns one by ID', async () => {
			const [template] = business.templates;
			expect(await call(simulator, 'GET', `/v26.0/${template?.id}`)).toMatchObject({
				body: { name: template?.name, components: template?.components, id: template?.id },
			});
		});
	});
});

import { label } from '../../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columnLabel';
import {
	columnId,
	pathOf,
} from '../../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columnPath';
import { columnsOf } from '../../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columns';
import { operations } from '../../../nodes/WhatsAppBusiness/operationList';
import { business } from '../../../simulator/business';
import type { Template } from '../../../simulator/templates/template';
import { files } from '../../support/files';
import { buildRequest } from '../../support/buildRequest';
import { chosen, sampleValue } from '../../support/templateValues';

const sendTemplate = operations.find(({ operation }) => operation === 'sendTemplate');

function find(name: string): Template {
	const found = business.templates.find((template) => template.name === name);
	if (!found) throw new Error(`The simulator has no template '${name}'`);
	return found;
}

// As the editor shows them.
const columns = (template: Template) =>
	columnsOf(template).map((column) => ({
		...column,
		id: columnId(column),
		label: label(column.name, column.example),
	}));

// Values as the editor saves them, and the components that are sent.
function send(template: Template, value: Record<string, unknown>, schema = columns(template)) {
	if (!sendTemplate) throw new Error('There is no operation sendTemplate');
	const saved = schema.map(({ id, label, required, type }) => ({
		id,
		displayName: label,
		required,
		type,
		display: true,
		defaultMatch: false,
	}));
	const { body } = buildRequest(
		sendTemplate,
		{
			to: '+16505551234',
			template: chosen(template),
			templateValues: { mappingMode: 'defineBelow', value: value as never, schema: saved },
		},
		{ data: files.jpeg },
	);
	const sent = JSON.parse(JSON.stringify(body)) as { template: { components?: unknown } };
	return sent.template.components;
}

const text = (...values: string[]) => values.map((value) => ({ type: 'text', text: value }));
const button = (index: string, sub_type: string, parameter: object) => ({
	type: 'button',
	sub_type,
	index,
	parameters: [parameter],
});
const [product, other] = business.catalog.productRetailerIds;

// One row per kind of parameter: its columns (* is required), its values, and the components to send.
const table: Array<[name: string, ids: string[], values: Record<string, unknown>, sent: unknown]> =
	[
		['hello_world', [], {}, undefined],
		[
			'order_confirmation',
			['*body.1', '*body.2', '*body.3', 'button.0.quickReply.payload'],
			// In any order, and with a number instead of a text.
			{ 'body.3': 99.99, 'body.1': 'Pablo', 'body.2': '860198' },
			[{ type: 'body', parameters: text('Pablo', '860198', '99.99') }],
		],
		[
			'delivery_update',
			['*header.text.order_number', '*body.first_name', '*body.delivery_date'],
			{
				'header.text.order_number': '860198',
				'body.first_name': 'Pablo',
				'body.delivery_date': 'Monday',
			},
			[
				{
					type: 'header',
					parameters: [{ type: 'text', parameter_name: 'order_number', text: '860198' }],
				},
				{
					type: 'body',
					parameters: [
						{ type: 'text', parameter_name: 'first_name', text: 'Pablo' },
						{ type: 'text', parameter_name: 'delivery_date', text: 'Monday' },
					],
				},
			],
		],
		[
			'new_arrivals_image',
			['*header.image.file', '*body.1', '*button.0.url.urlSuffix'],
			{ 'header.image.file': 'data', 'body.1': 'Pablo', 'button.0.url.urlSuffix': 'summer2026' },
			[
				{
					type: 'header',
					parameters: [{ type: 'image', image: { id: "<ID of the uploaded binary 'data'>" } }],
				},
				{ type: 'body', parameters: text('Pablo') },
				button('0', 'url', { type: 'text', text: 'summer2026' }),
			],
		],
		[
			'care_guide_video',
			['*header.video.file'],
			{ 'header.video.file': ' https://example.com/care.mp4 ' },
			[
				{
					type: 'header',
					parameters: [{ type: 'video', video: { link: 'https://example.com/care.mp4' } }],
				},
			],
		],
		[
			'invoice_document',
			['*header.document.file', 'header.document.fileName', '*body.1', '*body.2'],
			{
				'header.document.file': 1037543291543636,
				'header.document.fileName': 'invoice.pdf',
				'body.1': '€99.99',
				'body.2': 'March 1',
			},
			[
				{
					type: 'header',
					parameters: [
						{ type: 'document', document: { id: '1037543291543636', filename: 'invoice.pdf' } },
					],
				},
				{ type: 'body', parameters: text('€99.99', 'March 1') },
			],
		],
		[
			'courier_location',
			[
				'*header.location.latitude',
				'*header.location.longitude',
				'header.location.locationName',
				'header.location.address',
				'*body.1',
			],
			{
				'header.location.latitude': '37.758056',
				'header.location.longitude': -122.425332,
				'header.location.locationName': 'Lucky Shrub',
				'body.1': 'Pablo',
			},
			[
				{
					type: 'header',
					parameters: [
						{
							type: 'location',
							location: { latitude: 37.758056, longitude: -122.425332, name: 'Lucky Shrub' },
						},
					],
				},
				{ type: 'body', parameters: text('Pablo') },
			],
		],
		[
			'limited_time_offer',
			[
				'*header.image.file',
				'*body.1',
				'*body.2',
				'*button.0.couponCode.couponCode',
				'*button.1.url.urlSuffix',
				'*option.offerExpiration',
			],
			{
				'header.image.file': 'https://example.com/plant.jpg',
				'body.1': 'Pablo',
				'body.2': 'CARIBE25',
				'button.0.couponCode.couponCode': 'CARIBE25',
				'button.1.url.urlSuffix': 'n3mtql',
				'option.offerExpiration': '2027-03-31T18:00:00Z',
			},
			[
				{
					type: 'header',
					parameters: [{ type: 'image', image: { link: 'https://example.com/plant.jpg' } }],
				},
				{ type: 'body', parameters: text('Pablo', 'CARIBE25') },
				{
					type: 'limited_time_offer',
					parameters: [
						{
							type: 'limited_time_offer',
							limited_time_offer: { expiration_time_ms: Date.UTC(2027, 2, 31, 18) },
						},
					],
				},
				button('0', 'copy_code', { type: 'coupon_code', coupon_code: 'CARIBE25' }),
				button('1', 'url', { type: 'text', text: 'n3mtql' }),
			],
		],
		[
			'verification_code',
			['*code.0'],
			{ 'code.0': '123456' },
			[
				{ type: 'body', parameters: text('123456') },
				button('0', 'url', { type: 'text', text: '123456' }),
			],
		],
		[
			'abandoned_cart',
			[
				'*header.text.1',
				'*body.1',
				'*button.0.multiProduct.thumbnailProductId',
				'button.0.multiProduct.productSections.section.sectionTitle',
				'*button.0.multiProduct.productSections.section.productIds',
			],
			{
				'header.text.1': 'Pablo',
				'body.1': '10OFF',
				'button.0.multiProduct.thumbnailProductId': product,
				'button.0.multiProduct.productSections.section.sectionTitle': 'Plants',
				'button.0.multiProduct.productSections.section.productIds': `${product}, ${other}`,
			},
			[
				{ type: 'header', parameters: text('Pablo') },
				{ type: 'body', parameters: text('10OFF') },
				button('0', 'mpm', {
					type: 'action',
					action: {
						thumbnail_product_retailer_id: product,
						sections: [
							{
								title: 'Plants',
								product_items: [{ product_retailer_id: product }, { product_retailer_id: other }],
							},
						],
					},
				}),
			],
		],
		[
			'book_appointment_flow',
			['button.0.flow.flowToken', 'button.0.flow.flowData'],
			{ 'button.0.flow.flowToken': 'order-4711', 'button.0.flow.flowData': '{"name":"Pablo"}' },
			[
				button('0', 'flow', {
					type: 'action',
					action: { flow_token: 'order-4711', flow_action_data: { name: 'Pablo' } },
				}),
			],
		],
		[
			'plants_carousel',
			[
				'*body.1',
				'*body.2',
				...[0, 1].flatMap((card) => [
					`*card.${card}.header.image.file`,
					`*card.${card}.body.1`,
					`card.${card}.button.0.quickReply.payload`,
					`*card.${card}.button.1.url.urlSuffix`,
				]),
			],
			{
				'body.1': 'Pablo',
				'body.2': '20OFF',
				...Object.fromEntries(
					[0, 1].flatMap((card) => [
						[`card.${card}.header.image.file`, '1037543291543636'],
						[`card.${card}.body.1`, `€${card}.99`],
						[`card.${card}.button.1.url.urlSuffix`, `plant${card}`],
					]),
				),
			},
			[
				{ type: 'body', parameters: text('Pablo', '20OFF') },
				{
					type: 'carousel',
					cards: [0, 1].map((card) => ({
						card_index: card,
						components: [
							{
								type: 'header',
								parameters: [{ type: 'image', image: { id: '1037543291543636' } }],
							},
							{ type: 'body', parameters: text(`€${card}.99`) },
							button('1', 'url', { type: 'text', text: `plant${card}` }),
						],
					})),
				},
			],
		],
		[
			'single_product',
			['*header.product.productId', '*header.product.catalogId'],
			{ 'header.product.productId': product, 'header.product.catalogId': business.catalog.id },
			[
				{
					type: 'header',
					parameters: [
						{
							type: 'product',
							product: { product_retailer_id: product, catalog_id: business.catalog.id },
						},
					],
				},
			],
		],
		[
			'order_update',
			[
				'*option.orderStatus.status.referenceId',
				'*option.orderStatus.status.status',
				'option.orderStatus.status.statusDescription',
			],
			{
				'option.orderStatus.status.referenceId': 'order-4711',
				'option.orderStatus.status.status': 'shipped',
			},
			[
				{
					type: 'order_status',
					parameters: [
						{
							type: 'order_status',
							order_status: { reference_id: 'order-4711', order: { status: 'shipped' } },
						},
					],
				},
			],
		],
		[
			'invoice_payment',
			[
				'*button.0.boleto.digitableLine',
				'*button.1.pixCode.pixCode',
				'*button.2.paymentLink.paymentUrl',
			],
			{
				'button.0.boleto.digitableLine': '03399026944140000002628346101018898510000008848',
				'button.1.pixCode.pixCode': '00020101021226',
				'button.2.paymentLink.paymentUrl': 'https://pay.example.com/i/1',
			},
			[
				button('0', 'payment_request', {
					type: 'action',
					action: {
						payment_request: {
							payment_setting: {
								type: 'boleto',
								boleto: {
									digitable_line: '03399026944140000002628346101018898510000008848',
								},
							},
						},
					},
				}),
				button('1', 'payment_request', {
					type: 'action',
					action: {
						payment_request: {
							payment_setting: {
								type: 'pix_dynamic_code',
								pix_dynamic_code: { code: '00020101021226' },
							},
						},
					},
				}),
				button('2', 'payment_request', {
					type: 'action',
					action: {
						payment_request: {
							payment_setting: {
								type: 'payment_link',
								payment_link: { uri: 'https://pay.example.com/i/1' },
							},
						},
					},
				}),
			],
		],
		[
			'order_payment',
			['*button.0.orderDetailsJson.orderDetails'],
			{ 'button.0.orderDetailsJson.orderDetails': '{"reference_id":"order-4711"}' },
			[
				button('0', 'order_details', {
					type: 'action',
					action: { order_details: { reference_id: 'order-4711' } },
				}),
			],
		],
	];

describe('columnsOf', () => {
	it.each(table)(
		'%s has these columns, and their values become these components',
		(name, ids, values, sent) => {
			const template = find(name);
			const shown = columns(template).map(({ path, required }) => `${required ? '*' : ''}${path}`);
			expect(shown).toEqual(ids);
			const named = columns(template)
				.filter(({ path }) => path in values)
				.map(({ id, path }) => [id, values[path]]);
			expect(send(template, Object.fromEntries(named))).toEqual(sent);
			// In a workflow of an earlier version.
			const earlier = columns(template).map((column) => ({ ...column, id: column.path }));
			expect(send(template, values, earlier)).toEqual(sent);
		},
	);

	it.each(business.templates)('$name in $language has one column for each variable', (template) => {
		const ids = columns(template).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.map(pathOf)).toEqual(columns(template).map(({ path }) => path));
	});

	it.each([
		['Body {{1}}', 'Pablo', 'Body {{1}} e.g. Pablo'],
		['Body {{1}}', 'a long example with words', 'Body {{1}} e.g. a lon…'],
		['Body {{the_name_of_the_customer}}', 'Pablo', 'Body {{the_name_of_the_customer}}'],
		['Header Image', undefined, 'Header Image'],
	])('the label of %s has as much of the example as fits', (name, example, expected) => {
		expect(label(name, example)).toBe(expected);
	});

	it('a blank at the end of a URL is encoded', () => {
		const values = { 'Header Image': '1', 'Body {{1}}': 'Pablo', 'Button 1 URL': 'spring sale ' };
		expect(send(find('new_arrivals_image'), values)).toContainEqual(
			button('0', 'url', { type: 'text', text: 'spring%20sale' }),
		);
	});

	describe('the value of a URL button', () => {
		const values = { 'Header Image': '1', 'Body {{1}}': 'Pablo' };
		const sendUrl = (value: string) =>
			send(find('new_arrivals_image'), { ...values, 'Button 1 URL': value });

		it.each(['https://example.com/new?x=1', 'http://example.com', 'www.example.com'])(
			'cannot be the whole URL %s',
			(value) => {
				expect(() => sendUrl(value)).toThrow(
					expect.objectContaining({
						message: "'Button 1 URL' is a whole URL",
						field: 'Button 1 URL',
						todo: 'Enter only what replaces {{1}} in the URL of the button. If that is a URL, encode it with encodeURIComponent.',
					}),
				);
			},
		);

		it.each(['https%3A%2F%2Fexample.com%2Fnew', 'wwwards', 'https', 'shop/www.example.com'])(
			'can be %s',
			(value) => {
				expect(sendUrl(value)).toContainEqual(button('0', 'url', { type: 'text', text: value }));
			},
		);
	});

	// Each value in turn is one that no field accepts.
	const values = business.templates.flatMap((template) => {
		const shown = columns(template);
		return shown.map(({ id, name, path }) => ({
			template,
			name,
			value: {
				...Object.fromEntries(shown.map((column) => [column.id, sampleValue(column.path)])),
				[id]: /flowData|orderDetails/.test(path) ? '[' : {},
			},
		}));
	});

	it.each(values)(
		'$name of $template.name in $template.language is named so in its error',
		({ template, name, value }) => {
			expect(() => send(template, value)).toThrow(
				expect.objectContaining({ name: 'InputError', field: name }),
			);
		},
	);

	describe('values that do not match the template', () => {
		const template = find('order_confirmation');
		const values = { 'Body {{1}}': 'Pablo', 'Body {{2}}': '860198', 'Body {{3}}': '99.99' };

		it.each([
			['a required value is empty', { ...values, 'Body {{2}}': '' }, /^'Body \{\{2\}\}' is empty$/],
			[
				'a text has two lines',
				{ ...values, 'Body {{1}}': 'a\nb' },
				/^'Body \{\{1\}\}' has a line break$/,
			],
			[
				'no column has the ID',
				{ ...values, 'footer.1': 'x' },
				/^'Template Values' has a value for 'footer\.1'/,
			],
			[
				'there is no such button',
				{ ...values, 'Button 1 Phone Number': 'x' },
				/has a value for 'Button 1 Phone Number'/,
			],
			[
				'the ID is __proto__',
				{ ...values, 'option.__proto__.x': 'x' },
				/has a value for 'option\.__proto__\.x'/,
			],
		])('are refused when %s', (_, value, message) => {
			expect(() => send(template, value)).toThrow(message);
		});

		it('are refused when a number is missing, in a workflow without saved columns', () => {
			expect(() => send(template, { 'Body {{1}}': 'Pablo', 'Body {{3}}': '99.99' }, [])).toThrow(
				/^'Body \{\{2\}\}' has no value$/,
			);
		});
	});
});

import { validateMessage } from '../../simulator/messages';

/**
 * The keys in Meta's examples of POST /{phoneNumber}/messages, with other values. Only those that
 * messages.test.ts and templates.test.ts do not cover.
 */
const shapes: Array<[string, Record<string, unknown>]> = [
	[
		'every part of a contact',
		{
			type: 'contacts',
			contacts: [
				{
					addresses: [
						{
							street: 's',
							city: 'c',
							state: 's',
							zip: 'z',
							country: 'c',
							country_code: 'us',
							type: 'HOME',
						},
					],
					birthday: '2012-08-18',
					emails: [{ email: 'a@example.com', type: 'WORK' }],
					name: {
						formatted_name: 'A B',
						first_name: 'A',
						last_name: 'B',
						middle_name: 'C',
						suffix: 'Jr',
						prefix: 'Dr',
					},
					org: { company: 'c', department: 'd', title: 't' },
					phones: [{ phone: '+1 (940) 555-1234', type: 'HOME', wa_id: '19405551234' }],
					urls: [{ url: 'https://example.com', type: 'WORK' }],
				},
			],
		},
	],
	[
		'a list with header and footer that quotes a message, without type',
		{
			context: { message_id: 'wamid.X' },
			interactive: {
				type: 'list',
				header: { type: 'text', text: 'h' },
				body: { text: 'b' },
				footer: { text: 'f' },
				action: {
					button: 'b',
					sections: [{ title: 's', rows: [{ id: 'i', title: 't', description: 'd' }] }],
				},
			},
		},
	],
	[
		'a catalog message with thumbnail',
		{
			type: 'interactive',
			interactive: {
				type: 'catalog_message',
				body: { text: 'b' },
				footer: { text: 'f' },
				action: {
					name: 'catalog_message',
					parameters: { thumbnail_product_retailer_id: '2lc20305pt' },
				},
			},
		},
	],
	[
		'a flow with all parameters',
		{
			type: 'interactive',
			interactive: {
				type: 'flow',
				header: { type: 'text', text: 'h' },
				body: { text: 'b' },
				footer: { text: 'f' },
				action: {
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_id: '1',
						flow_cta: 'Open Flow!',
						flow_token: 't',
						mode: 'draft',
						flow_action: 'navigate',
						flow_action_payload: { screen: 's', data: { key: 'value' } },
					},
				},
			},
		},
	],
	[
		'order details with image, discount, shipping and sale price',
		{
			type: 'interactive',
			interactive: {
				type: 'order_details',
				header: { type: 'image', image: { link: 'https://example.com/bread.jpg' } },
				body: { text: 'b' },
				footer: { text: 'f' },
				action: {
					name: 'review_and_pay',
					parameters: {
						currency: 'INR',
						order: {
							discount: { description: 'd', discount_program_name: 'n', offset: 100, value: 100 },
							items: [
								{
									amount: { offset: 100, value: 1500 },
									name: 'bread',
									quantity: 1,
									retailer_id: '1',
									sale_amount: { offset: 100, value: 1000 },
								},
							],
							shipping: { description: 'd', offset: 100, value: 100 },
							status: 'pending',
							subtotal: { offset: 100, value: 1000 },
							tax: { description: 'd', offset: 100, value: 100 },
						},
						payment_configuration: 'c',
						payment_type: 'upi',
						reference_id: 'r',
						total_amount: { offset: 100, value: 1100 },
						type: 'digital-goods',
					},
				},
			},
		},
	],
	[
		'a template with image, currency, date and quick replies',
		{
			type: 'template',
			template: {
				name: 'n',
				language: { code: 'en_US' },
				components: [
					{
						type: 'header',
						parameters: [{ type: 'image', image: { link: 'https://example.com/a.jpg' } }],
					},
					{
						type: 'body',
						parameters: [
							{ type: 'text', text: 't' },
							{
								type: 'currency',
								currency: { fallback_value: '$1', code: 'USD', amount_1000: 1000 },
							},
							{
								type: 'date_time',
								date_time: {
									fallback_value: 'f',
									day_of_week: 5,
									year: 1977,
									month: 2,
									day_of_month: 25,
									hour: 15,
									minute: 33,
									calendar: 'GREGORIAN',
								},
							},
						],
					},
					{
						type: 'button',
						sub_type: 'quick_reply',
						index: '0',
						parameters: [{ type: 'payload', payload: 'p' }],
					},
				],
			},
		},
	],
	[
		'a template with a boolean as quick reply text and a language policy',
		{
			type: 'template',
			template: {
				name: 'n',
				language: { code: 'en_US', policy: 'deterministic' },
				components: [
					{
						type: 'button',
						sub_type: 'quick_reply',
						index: 0,
						parameters: [{ type: 'text', text: true }],
					},
				],
			},
		},
	],
	[
		'a catalog template with thumbnail',
		{
			type: 'template',
			template: {
				name: 'n',
				language: { code: 'en_US' },
				components: [
					{
						type: 'button',
						sub_type: 'CATALOG',
						index: 0,
						parameters: [
							{ type: 'action', action: { thumbnail_product_retailer_id: '2lc20305pt' } },
						],
					},
				],
			},
		},
	],
	[
		'a flow template with data',
		{
			type: 'template',
			template: {
				name: 'n',
				language: { code: 'en_US' },
				components: [
					{
						type: 'button',
						sub_type: 'flow',
						index: '0',
						parameters: [
							{ type: 'action', action: { flow_token: 't', flow_action_data: { key: 'value' } } },
						],
					},
				],
			},
		},
	],
];

describe('message examples of Meta', () => {
	it.each(shapes)('accepts %s', (_name, message) => {
		const body = {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+16505551234',
		};
		expect(() => validateMessage({ ...body, ...message })).not.toThrow();
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';

const [phone, secondPhone] = business.phoneNumbers;
const [firstProduct, secondProduct, thirdProduct] = business.catalog.productRetailerIds;
const to = '+16505551234';

const byName = (name: string): INodeParameters => ({
	to,
	template: { __rl: true, mode: 'name', value: name },
	languageCode: 'en_US',
	specifyValues: 'fields',
});

type Sent = NonNullable<RequestCase['request']>;

// The request of a message through the Cloud API in US English.
const sent = (name: string, components?: IDataObject[]): Sent => ({
	method: 'POST',
	path: `/${phone.id}/messages`,
	body: {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to,
		type: 'template',
		template: { name, language: { code: 'en_US' }, ...(components && { components }) },
	},
});

// The same without the key that some of Meta's examples lack.
const sentWithoutRecipientType = (name: string, components?: IDataObject[]): Sent => {
	const request = sent(name, components);
	return { ...request, body: { ...request.body, recipient_type: undefined } };
};

const texts = (...values: string[]): INodeParameters => ({
	variable: values.map((text) => ({ text })),
});
const textParameters = (...values: string[]) => values.map((text) => ({ type: 'text', text }));

// What Meta's examples have in the body again and again.
const exampleVariables: INodeParameters = {
	variable: [
		{ text: 'text-string' },
		{
			variableType: 'currency',
			amount: '100.99',
			currencyCode: 'usd',
			fallbackValue: '$100.99',
		},
		{
			variableType: 'date_time',
			fallbackValue: 'February 25, 1977',
			calendarFields: {
				calendar: 'GREGORIAN',
				dayOfWeek: 5,
				dayOfMonth: 25,
				year: 1977,
				month: 2,
				hour: 15,
				minute: 33,
			},
		},
	],
};
const exampleBody = {
	type: 'body',
	parameters: [
		{ type: 'text', text: 'text-string' },
		{
			type: 'currency',
			currency: { fallback_value: '$100.99', code: 'USD', amount_1000: 100990 },
		},
		{
			type: 'date_time',
			date_time: {
				fallback_value: 'February 25, 1977',
				calendar: 'GREGORIAN',
				day_of_week: 5,
				day_of_month: 25,
				year: 1977,
				month: 2,
				hour: 15,
				minute: 33,
			},
		},
	],
};

const imageByUrl: INodeParameters = {
	header: {
		headerType: 'image',
		mediaSource: 'url',
		mediaUrl: 'https://example.com/plant.jpg',
	},
};
const imageHeader = {
	type: 'header',
	parameters: [{ type: 'image', image: { link: 'https://example.com/plant.jpg' } }],
};

// Letter case and numbers as Meta takes them, too.
const couponAsJson = [
	{ type: 'BODY', parameters: [{ type: 'text', text: 'today' }] },
	{
		type: 'button',
		sub_type: 'COPY_CODE',
		index: 1,
		parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
	},
];

const orderDetails = {
	reference_id: 'order-4711',
	type: 'digital-goods',
	payment_type: 'upi',
	payment_configuration: business.paymentConfiguration,
	currency: 'INR',
	total_amount: { value: 1898, offset: 100 },
	order: {
		status: 'pending',
		items: [{ name: 'Aloe', amount: { value: 999, offset: 100 }, quantity: 2 }],
		subtotal: { value: 1998, offset: 100 },
		tax: { value: 0, offset: 100 },
		discount: { value: 100, offset: 100 },
	},
};

const variants: RequestCase[] = [
	{
		name: 'chosen from the list, which brings the language',
		parameters: { to, template: { __rl: true, mode: 'list', value: 'hello_world|en_US' } },
		request: sent('hello_world'),
	},
	{
		name: 'the language of the list, whatever was entered for another template',
		parameters: {
			to,
			template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
			languageCode: 'es_ES',
			specifyValues: 'fields',
			bodyVariables: texts('Pablo', '860198', '99.99'),
		},
		request: sent('order_confirmation', [
			{ type: 'body', parameters: textParameters('Pablo', '860198', '99.99') },
		]),
	},
	{
		name: 'to a business-scoped user ID',
		parameters: { ...byName('hello_world'), to: 'US.13491208655302741918' },
		request: {
			method: 'POST',
			path: `/${phone.id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				recipient: 'US.13491208655302741918',
				type: 'template',
				template: { name: 'hello_world', language: { code: 'en_US' } },
			},
		},
	},
	{
		name: 'positional body with a quick reply',
		parameters: {
			...byName('order_confirmation'),
			bodyVariables: texts('Pablo', '860198-230332', '€99.99'),
			buttons: { button: [{ buttonType: 'quickReply', index: 0, payload: 'support' }] },
		},
		request: sent('order_confirmation', [
			{ type: 'body', parameters: textParameters('Pablo', '860198-230332', '€99.99') },
			{
				type: 'button',
				sub_type: 'quick_reply',
				index: '0',
				parameters: [{ type: 'payload', payload: 'support' }],
			},
		]),
	},
	{
		name: 'named variables in header and body',
		parameters: {
			...byName('delivery_update'),
			header: {
				header: { headerType: 'text', headerText: '860198', variableName: 'order_number' },
			},
			bodyVariables: {
				variable: [
					{ text: 'Pablo', variableName: 'first_name' },
					{ text: 'Monday', variableName: 'delivery_date' },
				],
			},
		},
		request: sent('delivery_update', [
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
		]),
	},
	{
		name: 'line breaks, tabs and runs of spaces as one space each',
		parameters: {
			...byName('any_template'),
			header: { header: { headerType: 'text', headerText: 'Summer\r\nSale\n' } },
			bodyVariables: {
				variable: [
					{ text: 'First line\nsecond\tline     five spaces' },
					// A space that does not break stays.
					{ text: '99\u00a0€' },
					{
						variableType: 'currency',
						amount: '1',
						currencyCode: 'EUR',
						fallbackValue: '1\n€',
					},
				],
			},
			buttons: { button: [{ buttonType: 'url', index: 0, urlSuffix: 'summer2026\n' }] },
			cards: { card: [{ bodyVariables: texts('a  \n\n  b') }] },
			options: { flattenLineBreaks: true },
		},
		request: sent('any_template', [
			{ type: 'header', parameters: textParameters('Summer Sale') },
			{
				type: 'body',
				parameters: [
					...textParameters('First line second line five spaces', '99\u00a0€'),
					{
						type: 'currency',
						currency: { fallback_value: '1 €', code: 'EUR', amount_1000: 1000 },
					},
				],
			},
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: textParameters('summer2026'),
			},
			{
				type: 'carousel',
				cards: [
					{ card_index: 0, components: [{ type: 'body', parameters: textParameters('a b') }] },
				],
			},
		]),
	},
	{
		name: 'amount and date with a name',
		parameters: {
			...byName('payment_due'),
			bodyVariables: {
				variable: [
					{
						variableType: 'currency',
						amount: 1.005,
						currencyCode: 'KWD',
						fallbackValue: '1.005 KD',
						variableName: 'amount',
					},
					{
						variableType: 'date_time',
						fallbackValue: 'March 1, 2026',
						variableName: 'due_date',
					},
				],
			},
		},
		request: sent('payment_due', [
			{
				type: 'body',
				parameters: [
					{
						type: 'currency',
						parameter_name: 'amount',
						currency: { fallback_value: '1.005 KD', code: 'KWD', amount_1000: 1005 },
					},
					{
						type: 'date_time',
						parameter_name: 'due_date',
						date_time: { fallback_value: 'March 1, 2026' },
					},
				],
			},
		]),
	},
	{
		name: 'image header from binary data, with a URL suffix',
		parameters: {
			...byName('new_arrivals_image'),
			header: { header: { headerType: 'image' } },
			bodyVariables: texts('Pablo'),
			buttons: { button: [{ buttonType: 'url', index: 0, urlSuffix: 'summer2026' }] },
		},
		binary: { data: files.jpeg },
		request: sent('new_arrivals_image', [
			{
				type: 'header',
				parameters: [{ type: 'image', image: { id: "<ID of the uploaded binary 'data'>" } }],
			},
			{ type: 'body', parameters: textParameters('Pablo') },
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: [{ type: 'text', text: 'summer2026' }],
			},
		]),
	},
	{
		name: 'video header by URL',
		parameters: {
			...byName('care_guide_video'),
			header: {
				header: {
					headerType: 'video',
					mediaSource: 'url',
					mediaUrl: 'https://example.com/care.mp4',
				},
			},
		},
		request: sent('care_guide_video', [
			{
				type: 'header',
				parameters: [{ type: 'video', video: { link: 'https://example.com/care.mp4' } }],
			},
		]),
	},
	{
		name: 'document header by media ID, with a file name',
		parameters: {
			...byName('invoice_document'),
			header: {
				header: {
					headerType: 'document',
					mediaSource: 'id',
					mediaId: '1037543291543636',
					fileName: 'invoice.pdf',
				},
			},
			bodyVariables: texts('€99.99', 'March 1, 2026'),
		},
		request: sent('invoice_document', [
			{
				type: 'header',
				parameters: [
					{
						type: 'document',
						document: { id: '1037543291543636', filename: 'invoice.pdf' },
					},
				],
			},
			{ type: 'body', parameters: textParameters('€99.99', 'March 1, 2026') },
		]),
	},
	{
		name: 'document header from binary data, which keeps its name',
		parameters: {
			...byName('invoice_document'),
			header: { header: { headerType: 'document' } },
			bodyVariables: texts('€99.99', 'March 1, 2026'),
		},
		binary: { data: files.pdf },
		request: sent('invoice_document', [
			{
				type: 'header',
				parameters: [
					{
						type: 'document',
						document: { id: "<ID of the uploaded binary 'data'>", filename: 'document.pdf' },
					},
				],
			},
			{ type: 'body', parameters: textParameters('€99.99', 'March 1, 2026') },
		]),
	},
	{
		name: 'location header',
		parameters: {
			...byName('courier_location'),
			header: {
				header: {
					headerType: 'location',
					latitude: '37.483307',
					longitude: '-122.148981',
					locationName: 'Pablo Morales',
					address: '1 Hacker Way, Menlo Park, CA 94025',
				},
			},
			bodyVariables: texts('Pablo'),
		},
		request: sent('courier_location', [
			{
				type: 'header',
				parameters: [
					{
						type: 'location',
						location: {
							latitude: 37.483307,
							longitude: -122.148981,
							name: 'Pablo Morales',
							address: '1 Hacker Way, Menlo Park, CA 94025',
						},
					},
				],
			},
			{ type: 'body', parameters: textParameters('Pablo') },
		]),
	},
	{
		name: 'product header',
		parameters: {
			...byName('single_product'),
			header: {
				header: {
					headerType: 'product',
					productId: firstProduct,
					catalogId: business.catalog.id,
				},
			},
		},
		request: sent('single_product', [
			{
				type: 'header',
				parameters: [
					{
						type: 'product',
						product: { product_retailer_id: firstProduct, catalog_id: business.catalog.id },
					},
				],
			},
		]),
	},
	{
		name: 'coupon code',
		parameters: {
			...byName('coupon_code'),
			bodyVariables: texts('today'),
			buttons: { button: [{ buttonType: 'couponCode', index: 1, couponCode: '25OFF' }] },
		},
		request: sent('coupon_code', [
			{ type: 'body', parameters: textParameters('today') },
			{
				type: 'button',
				sub_type: 'copy_code',
				index: '1',
				parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
			},
		]),
	},
	{
		name: 'authentication code',
		parameters: {
			...byName('verification_code'),
			bodyVariables: texts('123456'),
			buttons: {
				button: [{ buttonType: 'authenticationCode', index: 0, authenticationCode: '123456' }],
			},
		},
		request: sent('verification_code', [
			{ type: 'body', parameters: textParameters('123456') },
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: [{ type: 'text', text: '123456' }],
			},
		]),
	},
	{
		name: 'catalog with the first product as picture',
		parameters: {
			...byName('intro_catalog_offer'),
			bodyVariables: texts('100', '400', '3'),
			buttons: { button: [{ buttonType: 'catalog', index: 0 }] },
		},
		request: sent('intro_catalog_offer', [
			{ type: 'body', parameters: textParameters('100', '400', '3') },
			{ type: 'button', sub_type: 'catalog', index: '0' },
		]),
	},
	{
		name: 'several products',
		parameters: {
			...byName('abandoned_cart'),
			header: { header: { headerType: 'text', headerText: 'Pablo' } },
			bodyVariables: texts('10OFF'),
			buttons: {
				button: [
					{
						buttonType: 'multiProduct',
						index: 0,
						thumbnailProductId: firstProduct,
						productSections: {
							section: [
								{ sectionTitle: 'Popular', productIds: `${firstProduct}, ${secondProduct}` },
								{ sectionTitle: 'Premium', productIds: thirdProduct },
							],
						},
					},
				],
			},
		},
		request: sent('abandoned_cart', [
			{ type: 'header', parameters: textParameters('Pablo') },
			{ type: 'body', parameters: textParameters('10OFF') },
			{
				type: 'button',
				sub_type: 'mpm',
				index: '0',
				parameters: [
					{
						type: 'action',
						action: {
							thumbnail_product_retailer_id: firstProduct,
							sections: [
								{
									title: 'Popular',
									product_items: [
										{ product_retailer_id: firstProduct },
										{ product_retailer_id: secondProduct },
									],
								},
								{ title: 'Premium', product_items: [{ product_retailer_id: thirdProduct }] },
							],
						},
					},
				],
			},
		]),
	},
	{
		name: 'Flow without data',
		parameters: {
			...byName('book_appointment_flow'),
			buttons: { button: [{ buttonType: 'flow', index: 0 }] },
		},
		request: sent('book_appointment_flow', [
			{
				type: 'button',
				sub_type: 'flow',
				index: '0',
				parameters: [{ type: 'action', action: {} }],
			},
		]),
	},
	{
		name: 'order details',
		parameters: {
			...byName('order_payment'),
			buttons: {
				button: [
					{
						buttonType: 'orderDetails',
						index: 0,
						referenceId: 'order-4711',
						goods: 'digital-goods',
						currency: 'INR',
						paymentMethods: {
							paymentMethod: [
								{
									method: 'payment_configuration',
									configurationName: business.paymentConfiguration,
								},
							],
						},
						items: { item: [{ name: 'Aloe', price: 9.99, quantity: 2 }] },
						orderOptions: { discount: { charge: { amount: 1 } } },
					},
				],
			},
		},
		request: sent('order_payment', [
			{
				type: 'button',
				sub_type: 'order_details',
				index: '0',
				parameters: [{ type: 'action', action: { order_details: orderDetails } }],
			},
		]),
	},
	{
		name: 'order status',
		parameters: {
			...byName('order_update'),
			options: {
				orderStatus: {
					status: {
						referenceId: 'order-4711',
						status: 'shipped',
						statusDescription: 'On its way',
					},
				},
			},
		},
		request: sent('order_update', [
			{
				type: 'order_status',
				parameters: [
					{
						type: 'order_status',
						order_status: {
							reference_id: 'order-4711',
							order: { status: 'shipped', description: 'On its way' },
						},
					},
				],
			},
		]),
	},
	{
		name: 'voice call',
		parameters: {
			...byName('call_us'),
			buttons: {
				button: [
					{ buttonType: 'voiceCall', index: 0, validMinutes: '1440', callPayload: 'order-4711' },
				],
			},
		},
		request: sent('call_us', [
			{
				type: 'button',
				sub_type: 'voice_call',
				index: '0',
				parameters: [
					{ type: 'ttl_minutes', ttl_minutes: 1440 },
					{ type: 'payload', payload: 'order-4711' },
				],
			},
		]),
	},
	{
		name: 'carousel',
		parameters: {
			...byName('plants_carousel'),
			bodyVariables: texts('Pablo', '20OFF'),
			cards: {
				card: [
					{
						header: imageByUrl,
						bodyVariables: texts('€9.99'),
						buttons: {
							button: [
								{ buttonType: 'quickReply', index: 0, payload: 'more-aloe' },
								{ buttonType: 'url', index: 1, urlSuffix: 'aloe' },
							],
						},
					},
					{
						header: { header: { headerType: 'image', binaryPropertyName: 'agave' } },
						bodyVariables: texts('€12.99'),
						buttons: {
							button: [
								{ buttonType: 'quickReply', index: 0, payload: 'more-agave' },
								{ buttonType: 'url', index: 1, urlSuffix: 'agave' },
							],
						},
					},
				],
			},
		},
		binary: { agave: files.png },
		request: sent('plants_carousel', [
			{ type: 'body', parameters: textParameters('Pablo', '20OFF') },
			{
				type: 'carousel',
				cards: [
					{
						card_index: 0,
						components: [
							imageHeader,
							{ type: 'body', parameters: textParameters('€9.99') },
							{
								type: 'button',
								sub_type: 'quick_reply',
								index: '0',
								parameters: [{ type: 'payload', payload: 'more-aloe' }],
							},
							{
								type: 'button',
								sub_type: 'url',
								index: '1',
								parameters: [{ type: 'text', text: 'aloe' }],
							},
						],
					},
					{
						card_index: 1,
						components: [
							{
								type: 'header',
								parameters: [
									{ type: 'image', image: { id: "<ID of the uploaded binary 'agave'>" } },
								],
							},
							{ type: 'body', parameters: textParameters('€12.99') },
							{
								type: 'button',
								sub_type: 'quick_reply',
								index: '0',
								parameters: [{ type: 'payload', payload: 'more-agave' }],
							},
							{
								type: 'button',
								sub_type: 'url',
								index: '1',
								parameters: [{ type: 'text', text: 'agave' }],
							},
						],
					},
				],
			},
		]),
	},
	{
		name: 'carousel of products',
		parameters: {
			...byName('product_carousel'),
			cards: {
				card: [firstProduct, secondProduct].map((productId) => ({
					header: {
						header: { headerType: 'product', productId, catalogId: business.catalog.id },
					},
				})),
			},
		},
		request: sent('product_carousel', [
			{
				type: 'carousel',
				cards: [firstProduct, secondProduct].map((productId, index) => ({
					card_index: index,
					components: [
						{
							type: 'header',
							parameters: [
								{
									type: 'product',
									product: { product_retailer_id: productId, catalog_id: business.catalog.id },
								},
							],
						},
					],
				})),
			},
		]),
	},
	{
		name: 'components as JSON, sent as they are',
		parameters: {
			...byName('coupon_code'),
			specifyValues: 'json',
			components: JSON.stringify(couponAsJson),
		},
		request: sent('coupon_code', couponAsJson),
	},
	{
		name: 'JSON without components',
		parameters: { ...byName('hello_world'), specifyValues: 'json' },
		request: sent('hello_world'),
	},
	{
		name: 'a long text when there is nothing but the body',
		parameters: { ...byName('newsletter'), bodyVariables: texts('x'.repeat(32_768)) },
		request: sent('newsletter', [{ type: 'body', parameters: textParameters('x'.repeat(32_768)) }]),
	},
	{
		name: 'button: payment requests of all kinds',
		parameters: {
			...byName('invoice_payment'),
			buttons: {
				button: [
					{
						buttonType: 'boleto',
						index: 0,
						digitableLine: '03399026944140000002628346101018898510000008848',
					},
					{
						buttonType: 'pixCode',
						index: 1,
						pixCode: '00020101021226700014br.gov.bcb.pix2548pix.example.com',
					},
					{ buttonType: 'paymentLink', index: 2, paymentUrl: 'https://my-payment-link-url' },
				],
			},
		},
		request: sent(
			'invoice_payment',
			[
				{
					type: 'boleto',
					boleto: { digitable_line: '03399026944140000002628346101018898510000008848' },
				},
				{
					type: 'pix_dynamic_code',
					pix_dynamic_code: { code: '00020101021226700014br.gov.bcb.pix2548pix.example.com' },
				},
				{ type: 'payment_link', payment_link: { uri: 'https://my-payment-link-url' } },
			].map((payment_setting, index) => ({
				type: 'button',
				sub_type: 'payment_request',
				index: String(index),
				parameters: [{ type: 'action', action: { payment_request: { payment_setting } } }],
			})),
		),
	},
	{
		name: 'an invitation to a group',
		parameters: {
			...byName('group_invitation'),
			bodyVariables: {
				variable: [
					{
						variableType: 'group_id',
						groupId: { __rl: true, mode: 'id', value: business.group.id },
					},
				],
			},
			options: { recipientIdentityKeyHash: 'DF2lS5v2W6x=' },
		},
		request: {
			...sent('group_invitation', [
				{ type: 'body', parameters: [{ type: 'group_id', group_id: business.group.id }] },
			]),
			body: {
				...sent('group_invitation', [
					{ type: 'body', parameters: [{ type: 'group_id', group_id: business.group.id }] },
				]).body,
				recipient_identity_key_hash: 'DF2lS5v2W6x=',
			},
		},
	},
	{
		name: 'through the Marketing Messages API, with the Cloud API as the other way',
		parameters: {
			...byName('summer_gif'),
			options: {
				marketingMessagesApi: true,
				fallBackToCloudApi: true,
				messageActivitySharing: true,
			},
		},
		request: {
			method: 'POST',
			path: `/${phone.id}/marketing_messages`,
			body: { ...sent('summer_gif').body, message_activity_sharing: true },
		},
	},
	{
		name: 'through the Marketing Messages API',
		parameters: {
			...byName('summer_gif'),
			header: {
				header: {
					headerType: 'gif',
					mediaSource: 'url',
					mediaUrl: 'https://example.com/sun.mp4',
				},
			},
			options: {
				marketingMessagesApi: true,
				productPolicy: 'STRICT',
				messageActivitySharing: false,
				callbackData: 'summer-2026',
			},
		},
		request: {
			method: 'POST',
			path: `/${phone.id}/marketing_messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to,
				biz_opaque_callback_data: 'summer-2026',
				type: 'template',
				template: {
					name: 'summer_gif',
					language: { code: 'en_US' },
					components: [
						{
							type: 'header',
							parameters: [{ type: 'gif', gif: { link: 'https://example.com/sun.mp4' } }],
						},
					],
				},
				product_policy: 'STRICT',
				message_activity_sharing: false,
			},
		},
	},
];

const marketingEndpoint = 'POST /{Phone-Number-ID}/marketing_messages';

// The same through the Marketing Messages API, with additional keys beside the template.
const sentAsMarketing = (request: Sent, extra: IDataObject = {}): Sent => ({
	...request,
	path: `/${phone.id}/marketing_messages`,
	body: { ...request.body, ...extra },
});

const marketingExamples: RequestCase[] = [
	{
		name: 'example: marketing message',
		example: `${marketingEndpoint} › Simple Template Message`,
		parameters: { ...byName('hello_world'), options: { marketingMessagesApi: true } },
		request: sentAsMarketing(sent('hello_world')),
	},
	{
		name: 'example: marketing message with product policy',
		example: `${marketingEndpoint} › Template with Product Policy`,
		parameters: {
			...byName('welcome_offer'),
			options: {
				marketingMessagesApi: true,
				productPolicy: 'CLOUD_API_FALLBACK',
				messageActivitySharing: true,
			},
		},
		request: sentAsMarketing(sent('welcome_offer'), {
			product_policy: 'CLOUD_API_FALLBACK',
			message_activity_sharing: true,
		}),
	},
	{
		name: 'example: marketing message with variables',
		example: `${marketingEndpoint} › Parameterized Template`,
		parameters: {
			...byName('promotional_offer'),
			bodyVariables: {
				variable: [
					{ text: 'John Doe' },
					{
						variableType: 'currency',
						amount: '25',
						currencyCode: 'USD',
						fallbackValue: '$25.00',
					},
				],
			},
			options: {
				marketingMessagesApi: true,
				productPolicy: 'STRICT',
				messageActivitySharing: false,
			},
		},
		request: sentAsMarketing(
			sent('promotional_offer', [
				{
					type: 'body',
					parameters: [
						{ type: 'text', text: 'John Doe' },
						{
							type: 'currency',
							currency: { fallback_value: '$25.00', code: 'USD', amount_1000: 25000 },
						},
					],
				},
			]),
			{ product_policy: 'STRICT', message_activity_sharing: false },
		),
	},
];

const withoutRecipientType = { omittedKeys: ['recipient_type'] };

const examples: RequestCase[] = [
	{
		name: 'example: catalog template',
		example: 'Send Catalog Template Message',
		parameters: {
			...byName('intro_catalog_offer'),
			bodyVariables: texts('100', '400', '3'),
			buttons: {
				button: [{ buttonType: 'catalog', index: 0, thumbnailProductId: '2lc20305pt' }],
			},
		},
		request: sent('intro_catalog_offer', [
			{ type: 'body', parameters: textParameters('100', '400', '3') },
			{
				type: 'button',
				sub_type: 'catalog',
				index: '0',
				parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: '2lc20305pt' } }],
			},
		]),
	},
	{
		name: 'example: Flow template',
		example: 'Send Flow Template Message',
		parameters: {
			...byName('book_appointment_flow'),
			buttons: {
				button: [
					{
						buttonType: 'flow',
						index: 0,
						flowToken: 'order-4711',
						flowData: '{"<CUSTOM_KEY>":"<CUSTOM_VALUE>"}',
					},
				],
			},
			options: withoutRecipientType,
		},
		request: sentWithoutRecipientType('book_appointment_flow', [
			{
				type: 'button',
				sub_type: 'flow',
				index: '0',
				parameters: [
					{
						type: 'action',
						action: {
							flow_token: 'order-4711',
							flow_action_data: { '<CUSTOM_KEY>': '<CUSTOM_VALUE>' },
						},
					},
				],
			},
		]),
	},
	{
		name: 'example: interactive template',
		example: 'Send Message Template Interactive',
		parameters: {
			...byName('ticket_purchase'),
			header: imageByUrl,
			bodyVariables: exampleVariables,
			buttons: {
				button: [
					{ buttonType: 'quickReply', index: 0, payload: 'aGlzIHRoaXMgaXMgY29v' },
					{ buttonType: 'quickReply', index: 1, payload: '9rwnB8RbYmPF5t2Mn09x4h' },
				],
			},
		},
		request: sent('ticket_purchase', [
			imageHeader,
			exampleBody,
			{
				type: 'button',
				sub_type: 'quick_reply',
				index: '0',
				parameters: [{ type: 'payload', payload: 'aGlzIHRoaXMgaXMgY29v' }],
			},
			{
				type: 'button',
				sub_type: 'quick_reply',
				index: '1',
				parameters: [{ type: 'payload', payload: '9rwnB8RbYmPF5t2Mn09x4h' }],
			},
		]),
	},
	{
		name: 'example: media template',
		example: 'Send Message Template Media',
		parameters: {
			...byName('ticket_purchase'),
			header: imageByUrl,
			bodyVariables: exampleVariables,
		},
		request: sent('ticket_purchase', [imageHeader, exampleBody]),
	},
	...[
		'Send Message Template Text',
		'Send Sample Shipping Confirmation Template',
		'Send Sample Text Message',
	].map((example) => ({
		name: `example: ${example}`,
		example,
		parameters: { ...byName('shipping_confirmation'), bodyVariables: exampleVariables },
		request: sent('shipping_confirmation', [exampleBody]),
	})),
	{
		name: 'example: issue resolution',
		example: 'Send Sample Issue Resolution Template',
		parameters: {
			...byName('sample_issue_resolution'),
			bodyVariables: texts('*Mr. Jones*'),
			buttons: {
				button: [
					{ buttonType: 'quickReply', index: 0, payload: true, payloadType: 'text' },
					{ buttonType: 'quickReply', index: 1, payload: false, payloadType: 'text' },
				],
			},
			options: { ...withoutRecipientType, languagePolicy: 'deterministic' },
		},
		request: {
			method: 'POST',
			path: `/${phone.id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				to,
				type: 'template',
				template: {
					name: 'sample_issue_resolution',
					language: { code: 'en_US', policy: 'deterministic' },
					components: [
						{ type: 'body', parameters: textParameters('*Mr. Jones*') },
						{
							type: 'button',
							sub_type: 'quick_reply',
							index: '0',
							parameters: [{ type: 'text', text: 'true' }],
						},
						{
							type: 'button',
							sub_type: 'quick_reply',
							index: '1',
							parameters: [{ type: 'text', text: 'false' }],
						},
					],
				},
			},
		},
	},
	{
		name: 'example: test message',
		example: 'Send Test Message',
		parameters: { ...byName('hello_world'), options: withoutRecipientType },
		request: sentWithoutRecipientType('hello_world'),
	},
];

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: byName('hello_world'), request: sent('hello_world') },
	{
		name: 'fullest',
		parameters: {
			...byName('limited_time_offer'),
			header: imageByUrl,
			bodyVariables: {
				variable: [
					{ text: 'Pablo' },
					{
						variableType: 'currency',
						amount: '25',
						currencyCode: 'EUR',
						fallbackValue: '€25',
					},
				],
			},
			buttons: {
				button: [
					{ buttonType: 'couponCode', index: 0, couponCode: 'CARIBE25' },
					{ buttonType: 'url', index: 1, urlSuffix: 'n3mtql' },
				],
			},
			sender: { __rl: true, mode: 'id', value: secondPhone.id },
			options: {
				languagePolicy: 'deterministic',
				offerExpiration: '2030-12-31T23:00:00Z',
				tapTarget: { target: { title: 'Offer details', url: 'https://example.com/offer' } },
				replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
				callbackData: 'summer-2026',
			},
		},
		request: {
			method: 'POST',
			path: `/${secondPhone.id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to,
				context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
				biz_opaque_callback_data: 'summer-2026',
				type: 'template',
				template: {
					name: 'limited_time_offer',
					language: { code: 'en_US', policy: 'deterministic' },
					components: [
						imageHeader,
						{
							type: 'body',
							parameters: [
								{ type: 'text', text: 'Pablo' },
								{
									type: 'currency',
									currency: { fallback_value: '€25', code: 'EUR', amount_1000: 25000 },
								},
							],
						},
						{
							type: 'limited_time_offer',
							parameters: [
								{
									type: 'limited_time_offer',
									limited_time_offer: { expiration_time_ms: 1924988400000 },
								},
							],
						},
						{
							type: 'tap_target_configuration',
							parameters: [
								{
									type: 'tap_target_configuration',
									tap_target_configuration: [
										{ url: 'https://example.com/offer', title: 'Offer details' },
									],
								},
							],
						},
						{
							type: 'button',
							sub_type: 'copy_code',
							index: '0',
							parameters: [{ type: 'coupon_code', coupon_code: 'CARIBE25' }],
						},
						{
							type: 'button',
							sub_type: 'url',
							index: '1',
							parameters: [{ type: 'text', text: 'n3mtql' }],
						},
					],
				},
			},
		},
	},
	...variants,
	...examples,
	...marketingExamples,
];

// A template with one button or one body variable, as most checks need it.
const withButton = (...button: INodeParameters[]): INodeParameters => ({
	...byName('any_template'),
	buttons: { button },
});
const withVariables = (...variable: INodeParameters[]): INodeParameters => ({
	...byName('any_template'),
	bodyVariables: { variable },
});
const withHeader = (header: INodeParameters): INodeParameters => ({
	...byName('any_template'),
	header: { header },
});

const linesNotAccepted = [
	['Two\nlines', 'has a line break'],
	['Two\rlines', 'has a line break'],
	['A\ttab', 'has a tab'],
	['Five     spaces', 'has more than 4 spaces in a row'],
] as const;

export const rejected: RejectedCase[] = [
	{ name: 'a missing template', parameters: { to }, message: /'Template' is empty/ },
	{
		name: 'a name with capitals',
		parameters: byName('Order Confirmation'),
		message: /'Template' is not a valid template name/,
	},
	{
		name: 'a name that is too long',
		parameters: byName('x'.repeat(513)),
		message: /'Template' is not a valid template name/,
	},
	{
		name: 'a name without a language',
		parameters: { ...byName('hello_world'), languageCode: '' },
		message: /'Language Code' is empty/,
	},
	{
		name: 'a language with a hyphen',
		parameters: { ...byName('hello_world'), languageCode: 'en-US' },
		message: /'Language Code' is not a valid language code/,
	},
	{
		name: 'JSON that is not a list',
		parameters: { ...byName('hello_world'), specifyValues: 'json', components: '{"type":"body"}' },
		message: /'Components' is not a JSON list/,
	},
	{
		name: 'a variable without a value',
		parameters: withVariables({ text: 'Pablo' }, { text: '' }),
		message: /'Body \{\{2\}\}' is empty/,
	},
	...linesNotAccepted.map(([text, what]) => ({
		name: `a variable that ${what}`,
		parameters: withVariables({ text }),
		message: new RegExp(`^'Body \\{\\{1\\}\\}' ${what}$`),
	})),
	...linesNotAccepted.map(([text, what]) => ({
		name: `a header that ${what}`,
		parameters: withHeader({ headerType: 'text', headerText: text, variableName: 'city' }),
		message: new RegExp(`^'Header \\{\\{city\\}\\}' ${what}$`),
	})),
	...linesNotAccepted.map(([text, what]) => ({
		name: `a URL that ${what}`,
		parameters: withButton({ buttonType: 'url', index: 1, urlSuffix: text }),
		message: new RegExp(`^'Button 2 URL' ${what}$`),
	})),
	{
		name: 'a card text with a line break',
		parameters: {
			...byName('any_template'),
			cards: { card: [{}, { bodyVariables: texts('Agave\n€9.99') }] },
		},
		message: /^'Card 2 Body \{\{1\}\}' has a line break$/,
	},
	{
		name: 'a variable that is too long when it is flattened',
		parameters: {
			...withVariables({ text: `${'x'.repeat(32_768)}\ny` }),
			options: { flattenLineBreaks: true },
		},
		message: /^'Body \{\{1\}\}' has 32770 characters$/,
	},
	{
		name: 'a variable longer than any body',
		parameters: withVariables({ text: 'x'.repeat(32_769) }),
		message: /'Body \{\{1\}\}' has 32769 characters/,
	},
	{
		name: 'a variable that is too long for a body with other components',
		parameters: {
			...withVariables({ text: 'x'.repeat(1025) }),
			buttons: { button: [{ buttonType: 'url', index: 0, urlSuffix: 'a' }] },
		},
		message: /'Body \{\{1\}\}' has 1025 characters/,
	},
	{
		name: 'a variable name with braces',
		parameters: withVariables({ text: 'Pablo', variableName: '{{first_name}}' }),
		message: /'Body \{\{1\}\} Variable Name' has the wrong format/,
	},
	{
		name: 'a name for one variable only',
		parameters: withVariables({ text: 'Pablo', variableName: 'first_name' }, { text: 'Monday' }),
		message: /'Body \{\{2\}\} Variable Name' is empty, but other/,
	},
	{
		name: 'two variables with the same name',
		parameters: withVariables(
			{ text: 'Pablo', variableName: 'first_name' },
			{ text: 'Ada', variableName: 'first_name' },
		),
		message: /'Body \{\{first_name\}\} Variable Name' is the same/,
	},
	{
		name: 'a currency that is not a code',
		parameters: withVariables({
			variableType: 'currency',
			amount: '1',
			currencyCode: '€',
			fallbackValue: '€1',
		}),
		message: /'Body \{\{1\}\} Currency Code' has the wrong format/,
	},
	{
		name: 'an amount with a comma',
		parameters: withVariables({
			variableType: 'currency',
			amount: '100,99',
			currencyCode: 'EUR',
			fallbackValue: '100,99 €',
		}),
		message: /'Body \{\{1\}\} Amount' is not a number/,
	},
	{
		name: 'an amount with too many decimals',
		parameters: withVariables({
			variableType: 'currency',
			amount: '0.12345',
			currencyCode: 'EUR',
			fallbackValue: '12 cents',
		}),
		message: /'Body \{\{1\}\} Amount' has more than 3 decimals/,
	},
	{
		name: 'an amount without its text',
		parameters: withVariables({ variableType: 'currency', amount: '1', currencyCode: 'EUR' }),
		message: /'Body \{\{1\}\} Shown As' is empty/,
	},
	{
		name: 'a month that does not exist',
		parameters: withVariables({
			variableType: 'date_time',
			fallbackValue: 'soon',
			calendarFields: { month: 13 },
		}),
		message: /'Body \{\{1\}\} Month' is out of range/,
	},
	{
		name: 'a header that is too long',
		parameters: withHeader({ headerType: 'text', headerText: 'x'.repeat(61) }),
		message: /'Header \{\{1\}\}' has 61 characters/,
	},
	{
		name: 'a header without its file',
		parameters: withHeader({ headerType: 'image' }),
		message: /'Header Image' names 'data'/,
	},
	{
		name: 'a GIF header with a GIF file',
		parameters: withHeader({ headerType: 'gif' }),
		binary: { data: { ...files.png, mimeType: 'image/gif' } },
		message: /'Header GIF' contains a file of the type image\/gif/,
	},
	{
		name: 'a place that is not on the map',
		parameters: withHeader({ headerType: 'location', latitude: '91', longitude: '0' }),
		message: /'Header Latitude' is out of range/,
	},
	{
		name: 'a product header without its catalog',
		parameters: withHeader({ headerType: 'product', productId: 'abc' }),
		message: /'Header Catalog' is empty/,
	},
	{
		name: 'two buttons with the same index',
		parameters: withButton(
			{ buttonType: 'quickReply', payload: 'yes' },
			{ buttonType: 'quickReply', payload: 'no' },
		),
		message: /'Button 2 → Index' is the same/,
	},
	{
		name: 'a button after the tenth',
		parameters: withButton({ buttonType: 'quickReply', index: 10, payload: 'yes' }),
		message: /'Button 1 → Index' is out of range/,
	},
	{
		name: 'more than ten buttons',
		parameters: withButton(
			...Array.from({ length: 11 }, (_, index) => ({ buttonType: 'url', index, urlSuffix: 'a' })),
		),
		message: /'Buttons' has 11 entries/,
	},
	{
		name: 'a quick reply without a payload',
		parameters: withButton({ buttonType: 'quickReply', index: 0 }),
		message: /'Button 1 Payload' is empty/,
	},
	{
		name: 'a URL suffix that is too long',
		parameters: withButton({ buttonType: 'url', index: 0, urlSuffix: 'x'.repeat(2001) }),
		message: /'Button 1 URL' has 2001 characters/,
	},
	...['https://example.com/new?x=1', 'HTTP://example.com', '  www.example.com/new'].map(
		(whole) => ({
			name: `the whole URL ${whole}`,
			parameters: withButton({ buttonType: 'url', index: 0, urlSuffix: whole }),
			message: /^'Button 1 URL' is a whole URL$/,
		}),
	),
	{
		name: 'a whole URL on a card',
		parameters: {
			...byName('any_template'),
			cards: {
				card: [
					{
						buttons: {
							button: [{ buttonType: 'url', index: 1, urlSuffix: 'https://example.com/aloe' }],
						},
					},
				],
			},
		},
		message: /^'Card 1 Button 2 URL' is a whole URL$/,
	},
	{
		name: 'an authentication code that is too long',
		parameters: withButton({
			buttonType: 'authenticationCode',
			index: 0,
			authenticationCode: '1'.repeat(16),
		}),
		message: /'Button 1 Code' has 16 characters/,
	},
	{
		name: 'a coupon code that is too long',
		parameters: withButton({ buttonType: 'couponCode', index: 0, couponCode: 'X'.repeat(21) }),
		message: /'Button 1 Coupon Code' has 21 characters/,
	},
	{
		name: 'a coupon code with a hyphen',
		parameters: withButton({ buttonType: 'couponCode', index: 0, couponCode: 'SAVE-25' }),
		message: /'Button 1 Coupon Code' has the wrong format/,
	},
	{
		name: 'Flow data that is not an object',
		parameters: withButton({ buttonType: 'flow', index: 0, flowData: '[1]' }),
		message: /'Button 1 Flow Data' is not a JSON object/,
	},
	{
		name: 'an order without a reference',
		parameters: withButton({
			buttonType: 'orderDetails',
			index: 0,
			items: { item: [{ name: 'Aloe', price: 9.99 }] },
		}),
		message: /'Button 1 Reference ID' is empty/,
	},
	{
		name: 'a call button that works too long',
		parameters: withButton({ buttonType: 'voiceCall', index: 0, validMinutes: '43201' }),
		message: /'Button 1 Valid For \(Minutes\)' is out of range/,
	},
	{
		name: 'a call payload that is too long',
		parameters: withButton({
			buttonType: 'voiceCall',
			index: 0,
			callPayload: 'x'.repeat(513),
		}),
		message: /'Button 1 Call Payload' has 513 characters/,
	},
	{
		name: 'missing product sections',
		parameters: withButton({
			buttonType: 'multiProduct',
			index: 0,
			thumbnailProductId: firstProduct,
		}),
		message: /'Button 1 Product Sections' is empty/,
	},
	{
		name: 'more than ten cards',
		parameters: {
			...byName('any_template'),
			cards: { card: Array.from({ length: 11 }, () => ({})) },
		},
		message: /'Carousel Cards' has 11 entries/,
	},
	{
		name: 'a card text that is too long',
		parameters: {
			...byName('any_template'),
			cards: { card: [{}, { bodyVariables: texts('x'.repeat(161)) }] },
		},
		message: /'Card 2 Body \{\{1\}\}' has 161 characters/,
	},
	{
		name: 'an invalid tap target',
		parameters: {
			...byName('any_template'),
			options: { tapTarget: { target: { title: 'Offer', url: 'example.com' } } },
		},
		message: /'URL' is not a valid URL/,
	},
	{
		name: 'an offer with an invalid end',
		parameters: { ...byName('any_template'), options: { offerExpiration: 'tomorrow' } },
		message: /'Offer Expiration' is not a date/,
	},
	{
		name: 'an order status without its order',
		parameters: {
			...byName('any_template'),
			options: { orderStatus: { status: { status: 'shipped' } } },
		},
		message: /'Order Reference ID' is empty/,
	},
	{
		name: 'an order status description that is too long',
		parameters: {
			...byName('any_template'),
			options: {
				orderStatus: {
					status: { referenceId: 'order-4711', statusDescription: 'x'.repeat(121) },
				},
			},
		},
		message: /'Order Status Description' has 121 characters/,
	},
	{
		name: 'an invitation without a group',
		parameters: {
			...byName('any_template'),
			bodyVariables: { variable: [{ variableType: 'group_id' }] },
		},
		message: /^'Body \{\{1\}\} Group' is empty$/,
	},
	{
		name: 'a payment link that is no URL',
		parameters: withButton({ buttonType: 'paymentLink', index: 0, paymentUrl: 'example' }),
		message: /^'Button 1 Payment URL' is not a valid URL$/,
	},
	{
		name: 'another way, although the first is to be the only one',
		parameters: {
			...byName('any_template'),
			options: { marketingMessagesApi: true, fallBackToCloudApi: true, productPolicy: 'STRICT' },
		},
		message: /^'Fall Back to Cloud API' is on, but 'If Not Eligible' is 'Fail'$/,
	},
	...[
		{ productPolicy: 'STRICT' },
		{ messageActivitySharing: true },
		{ fallBackToCloudApi: true },
	].map((options) => ({
		name: `${Object.keys(options).join()} without the Marketing Messages API`,
		parameters: { ...byName('any_template'), options },
		message: /is set, but the message is not sent through the Marketing Messages API/,
	})),
	{
		name: 'the Marketing Messages API for a group',
		parameters: {
			...byName('any_template'),
			recipientType: 'group',
			groupId: business.group.id,
			options: { marketingMessagesApi: true },
		},
		message: /'Recipient Type' is a group/,
	},
];

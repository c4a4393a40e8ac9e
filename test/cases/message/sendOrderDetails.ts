import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Your order is ready to be paid.';
const referenceId = 'order-4711';
const [productId, otherProductId] = business.catalog.productRetailerIds;
const link = 'https://pay.example.com/i/rNiAagU8y';

/** Parameters of every case, unless it says otherwise. */
const usual: INodeParameters = {
	to,
	body,
	referenceId,
	paymentMethods: method({
		method: 'payment_configuration',
		configurationName: business.paymentConfiguration,
	}),
	items: { item: [{ name: 'Aloe vera', price: 15 }] },
};

const tax = { value: 0, offset: 100 };

/** Meta's `order` of those parameters. */
const usualOrder = {
	status: 'pending',
	items: [{ name: 'Aloe vera', amount: { value: 1500, offset: 100 }, quantity: 1 }],
	subtotal: { value: 1500, offset: 100 },
	tax,
};

/** Meta's action parameters of those parameters, but for how it is paid. */
const actionWithoutPayment = {
	reference_id: referenceId,
	type: 'physical-goods',
	currency: 'INR',
	total_amount: { value: 1500, offset: 100 },
	order: usualOrder,
};

const usualAction = {
	...actionWithoutPayment,
	payment_type: 'upi',
	payment_configuration: business.paymentConfiguration,
};

function method(...paymentMethod: INodeParameters[]): INodeParameters {
	return { paymentMethod };
}

function orderDetails(parameters: IDataObject, more: IDataObject = {}): IDataObject {
	return {
		type: 'order_details',
		body: { text: body },
		...more,
		action: { name: 'review_and_pay', parameters },
	};
}

/** An Indian order with a payment method of `payment_settings`. */
function indianMethod(
	name: string,
	paymentMethod: INodeParameters,
	setting: IDataObject,
	paymentType: IDataObject = {},
): RequestCase {
	return {
		name,
		parameters: { ...usual, paymentMethods: method(paymentMethod) },
		request: interactiveMessage(
			orderDetails({ ...actionWithoutPayment, ...paymentType, payment_settings: [setting] }),
		),
	};
}

/** A Brazilian order without items. */
function brazilianMethod(
	name: string,
	paymentMethod: INodeParameters,
	setting: IDataObject,
): RequestCase {
	return {
		name,
		parameters: {
			to,
			body,
			referenceId,
			goods: 'digital-goods',
			currency: 'BRL',
			paymentMethods: method(paymentMethod),
			options: { totalAmount: 500 },
		},
		request: interactiveMessage(
			orderDetails({
				reference_id: referenceId,
				type: 'digital-goods',
				payment_type: 'br',
				payment_settings: [setting],
				currency: 'BRL',
				total_amount: { value: 50000, offset: 100 },
			}),
		),
	};
}

const pix = {
	method: 'pix_dynamic_code',
	pixCode: '00020101021226700014br.gov.bcb.pix2548pix.example.com',
	merchantName: 'Lucky Shrub Ltda',
	pixKey: '39580525000189',
	pixKeyType: 'CNPJ',
};
const pixSetting = {
	type: 'pix_dynamic_code',
	pix_dynamic_code: {
		code: '00020101021226700014br.gov.bcb.pix2548pix.example.com',
		merchant_name: 'Lucky Shrub Ltda',
		key: '39580525000189',
		key_type: 'CNPJ',
	},
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: usual,
		request: interactiveMessage(orderDetails(usualAction)),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			referenceId: 'Order_47.11-2',
			goods: 'physical-goods',
			currency: 'INR',
			paymentMethods: method(
				{
					method: 'payment_gateway',
					gateway: 'razorpay',
					gatewayConfiguration: business.paymentConfiguration,
					paymentOptions: ['upi', 'web'],
					preferredUpiApp: 'gpay',
					razorpayFields: { receipt: 'R-4711', notes: '{"branch":"North","shelf":7}' },
				},
				{ method: 'upi_intent_link', upiLink: 'upi://pay?pa=merchant@psp&tr=4711' },
			),
			items: {
				item: [
					{
						name: 'Aloe vera',
						price: 12.34,
						quantity: 3,
						moreFields: {
							retailerId: productId,
							salePrice: 10.1,
							countryOfOrigin: 'India',
							importerName: 'Lucky Shrub Imports',
							importerAddress: {
								address: {
									addressLine1: 'B8/733 Nand Nagri',
									addressLine2: 'Near the police station',
									city: 'East Delhi',
									stateCode: 'DL',
									postalCode: '110093',
									countryCode: 'IN',
								},
							},
						},
					},
					{ name: 'Pot', price: 0.3, quantity: 1, moreFields: { retailerId: otherProductId } },
				],
			},
			sender: otherSender,
			options: {
				...commonOptions,
				header: {
					header: {
						headerType: 'image',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/aloe.jpg',
					},
				},
				footer: 'Lucky Shrub',
				beneficiaries: {
					beneficiary: [
						{
							name: 'Asha Rao',
							addressLine1: '12 Lake Road',
							addressLine2: 'Near City Park',
							city: 'Mumbai',
							state: 'Maharashtra',
							postalCode: '400001',
						},
					],
				},
				catalogId: business.catalog.id,
				discount: { charge: { amount: 2, description: 'Spring', programName: 'Spring sale' } },
				// Winter time in Berlin, the time zone of the recorded cases.
				expiration: {
					expiration: { time: '2030-01-01T01:00:00', description: 'The offer ends tonight' },
				},
				quickPay: true,
				shipping: { charge: { amount: '4.50', description: 'Standard delivery' } },
				tax: { charge: { amount: 1.05, description: 'GST' } },
				totalAmount: 34.15,
			},
		},
		request: interactiveMessageWithCommonOptions(
			orderDetails(
				{
					reference_id: 'Order_47.11-2',
					type: 'physical-goods',
					beneficiaries: [
						{
							name: 'Asha Rao',
							address_line1: '12 Lake Road',
							address_line2: 'Near City Park',
							city: 'Mumbai',
							state: 'Maharashtra',
							country: 'India',
							postal_code: '400001',
						},
					],
					payment_settings: [
						{
							type: 'payment_gateway',
							payment_gateway: {
								type: 'razorpay',
								configuration_name: business.paymentConfiguration,
								enabled_payment_options: ['upi', 'web'],
								preferred_payment_methods: [{ method: 'gpay' }],
								razorpay: { receipt: 'R-4711', notes: { branch: 'North', shelf: '7' } },
							},
						},
						{
							type: 'upi_intent_link',
							upi_intent_link: { link: 'upi://pay?pa=merchant@psp&tr=4711' },
						},
					],
					currency: 'INR',
					total_amount: { value: 3415, offset: 100 },
					order: {
						status: 'pending',
						type: 'quick_pay',
						catalog_id: business.catalog.id,
						expiration: { timestamp: '1893456000', description: 'The offer ends tonight' },
						items: [
							{
								retailer_id: productId,
								name: 'Aloe vera',
								amount: { value: 1234, offset: 100 },
								sale_amount: { value: 1010, offset: 100 },
								quantity: 3,
								country_of_origin: 'India',
								importer_name: 'Lucky Shrub Imports',
								importer_address: {
									address_line1: 'B8/733 Nand Nagri',
									address_line2: 'Near the police station',
									city: 'East Delhi',
									zone_code: 'DL',
									postal_code: '110093',
									country_code: 'IN',
								},
							},
							{
								retailer_id: otherProductId,
								name: 'Pot',
								amount: { value: 30, offset: 100 },
								quantity: 1,
							},
						],
						subtotal: { value: 3060, offset: 100 },
						tax: { value: 105, offset: 100, description: 'GST' },
						shipping: { value: 450, offset: 100, description: 'Standard delivery' },
						discount: {
							value: 200,
							offset: 100,
							description: 'Spring',
							discount_program_name: 'Spring sale',
						},
					},
				},
				{
					header: { type: 'image', image: { link: 'https://example.com/aloe.jpg' } },
					footer: { text: 'Lucky Shrub' },
				},
			),
		),
	},
	indianMethod(
		'India: BillDesk',
		{
			method: 'payment_gateway',
			gateway: 'billdesk',
			gatewayConfiguration: business.paymentConfiguration,
			billdeskFields: { additionalInfo1: 'one', additionalInfo7: 'seven' },
		},
		{
			type: 'payment_gateway',
			payment_gateway: {
				type: 'billdesk',
				configuration_name: business.paymentConfiguration,
				billdesk: { additional_info1: 'one', additional_info7: 'seven' },
			},
		},
	),
	indianMethod(
		'India: PayU',
		{
			method: 'payment_gateway',
			gateway: 'payu',
			gatewayConfiguration: business.paymentConfiguration,
			payuFields: { udf1: 'one', udf4: 'four' },
		},
		{
			type: 'payment_gateway',
			payment_gateway: {
				type: 'payu',
				configuration_name: business.paymentConfiguration,
				payu: { udf1: 'one', udf4: 'four' },
			},
		},
	),
	indianMethod(
		'India: Zaakpay',
		{
			method: 'payment_gateway',
			gateway: 'zaakpay',
			gatewayConfiguration: business.paymentConfiguration,
			zaakpayFields: { extra1: 'one', extra2: 'two' },
		},
		{
			type: 'payment_gateway',
			payment_gateway: {
				type: 'zaakpay',
				configuration_name: business.paymentConfiguration,
				zaakpay: { extra1: 'one', extra2: 'two' },
			},
		},
	),
	indianMethod(
		'India: gateway without fields of its own',
		{
			method: 'payment_gateway',
			gateway: 'razorpay',
			gatewayConfiguration: business.paymentConfiguration,
		},
		{
			type: 'payment_gateway',
			payment_gateway: { type: 'razorpay', configuration_name: business.paymentConfiguration },
		},
	),
	indianMethod(
		'India: payment link',
		{
			method: 'payment_link',
			paymentUrl: link,
			successUrl: 'https://pay.example.com/done',
			cancelUrl: 'https://pay.example.com/canceled',
		},
		{
			type: 'payment_link',
			payment_link: {
				uri: link,
				success_url: 'https://pay.example.com/done',
				cancel_url: 'https://pay.example.com/canceled',
			},
		},
		{ payment_type: 'upi' },
	),
	{
		name: 'India: items with pictures',
		parameters: {
			...usual,
			items: {
				item: [
					{ name: 'Aloe vera', price: 15, moreFields: { imageUrl: 'https://example.com/a.png' } },
				],
			},
		},
		request: interactiveMessage(
			orderDetails({
				...usualAction,
				order: {
					...usualOrder,
					items: [{ ...usualOrder.items[0], image: { link: 'https://example.com/a.png' } }],
				},
			}),
		),
	},
	{
		name: 'India: expiration without a description',
		parameters: {
			...usual,
			options: { expiration: { expiration: { time: '2030-01-01T01:00:00' } } },
		},
		request: interactiveMessage(
			orderDetails({
				...usualAction,
				order: { ...usualOrder, expiration: { timestamp: '1893456000' } },
			}),
		),
	},
	brazilianMethod('Brazil: Pix', pix, pixSetting),
	brazilianMethod(
		'Brazil: boleto',
		{
			method: 'boleto',
			digitableLine: '03399026944140000002628346101018898510000008848',
		},
		{
			type: 'boleto',
			boleto: { digitable_line: '03399026944140000002628346101018898510000008848' },
		},
	),
	brazilianMethod(
		'Brazil: one-click card',
		{ method: 'offsite_card_pay', lastFourDigits: '5235', credentialId: '1234567' },
		{
			type: 'offsite_card_pay',
			offsite_card_pay: { last_four_digits: '5235', credential_id: '1234567' },
		},
	),
	{
		name: 'Brazil: items, two payment methods, a document as header, a long reference ID',
		parameters: {
			to,
			body,
			referenceId: 'x'.repeat(60),
			currency: 'BRL',
			paymentMethods: method(pix, { method: 'payment_link', paymentUrl: link }),
			items: { item: [{ name: 'Aloe vera', price: 19.9, moreFields: { retailerId: productId } }] },
			options: {
				header: {
					header: {
						headerType: 'document',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/bill.pdf',
						fileName: 'bill.pdf',
					},
				},
			},
		},
		request: interactiveMessage(
			orderDetails(
				{
					reference_id: 'x'.repeat(60),
					type: 'physical-goods',
					payment_type: 'br',
					payment_settings: [pixSetting, { type: 'payment_link', payment_link: { uri: link } }],
					currency: 'BRL',
					total_amount: { value: 1990, offset: 100 },
					order: {
						status: 'pending',
						items: [
							{
								retailer_id: productId,
								name: 'Aloe vera',
								amount: { value: 1990, offset: 100 },
								quantity: 1,
							},
						],
						subtotal: { value: 1990, offset: 100 },
						tax,
					},
				},
				{
					header: {
						type: 'document',
						document: { link: 'https://example.com/bill.pdf', filename: 'bill.pdf' },
					},
				},
			),
		),
	},
	{
		name: 'Brazil: without a payment method',
		parameters: { to, body, referenceId, currency: 'BRL', options: { totalAmount: '500.00' } },
		request: interactiveMessage(
			orderDetails({
				reference_id: referenceId,
				type: 'physical-goods',
				payment_type: 'br',
				currency: 'BRL',
				total_amount: { value: 50000, offset: 100 },
			}),
		),
	},
	{
		name: 'amounts that are not exact in binary',
		parameters: {
			...usual,
			items: { item: [{ name: 'Aloe vera', price: 0.1 + 0.2, quantity: 3 }] },
			options: { tax: { charge: { amount: 0 } }, totalAmount: 0.9 },
		},
		request: interactiveMessage(
			orderDetails({
				...usualAction,
				total_amount: { value: 90, offset: 100 },
				order: {
					...usualOrder,
					items: [{ name: 'Aloe vera', amount: { value: 30, offset: 100 }, quantity: 3 }],
					subtotal: { value: 90, offset: 100 },
				},
			}),
		),
	},
	{
		name: 'example: order details',
		example: 'Send Order Details Message',
		parameters: {
			...usual,
			goods: 'digital-goods',
			items: {
				item: [{ name: 'bread', price: 15, moreFields: { salePrice: 10, retailerId: '1234567' } }],
			},
			options: {
				header: {
					header: {
						headerType: 'image',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/bread.jpg',
					},
				},
				footer: 'Lucky Shrub',
				tax: { charge: { amount: 1, description: 'GST' } },
				shipping: { charge: { amount: 1, description: 'Standard' } },
				discount: { charge: { amount: 1, description: 'Spring', programName: 'Spring sale' } },
				totalAmount: 11,
			},
		},
		request: interactiveMessage(
			orderDetails(
				{
					...usualAction,
					type: 'digital-goods',
					total_amount: { value: 1100, offset: 100 },
					order: {
						status: 'pending',
						items: [
							{
								retailer_id: '1234567',
								name: 'bread',
								amount: { value: 1500, offset: 100 },
								sale_amount: { value: 1000, offset: 100 },
								quantity: 1,
							},
						],
						subtotal: { value: 1000, offset: 100 },
						tax: { value: 100, offset: 100, description: 'GST' },
						shipping: { value: 100, offset: 100, description: 'Standard' },
						discount: {
							value: 100,
							offset: 100,
							description: 'Spring',
							discount_program_name: 'Spring sale',
						},
					},
				},
				{
					header: { type: 'image', image: { link: 'https://example.com/bread.jpg' } },
					footer: { text: 'Lucky Shrub' },
				},
			),
		),
	},
];

function refused(name: string, parameters: INodeParameters, message: RegExp): RejectedCase {
	return { name, parameters: { ...usual, ...parameters }, message };
}

function refusedItem(name: string, item: INodeParameters, message: RegExp): RejectedCase {
	return refused(name, { items: { item: [{ name: 'Aloe vera', price: 15, ...item }] } }, message);
}

function refusedMethod(
	name: string,
	paymentMethod: INodeParameters,
	message: RegExp,
): RejectedCase {
	return refused(name, { paymentMethods: method(paymentMethod) }, message);
}

function refusedGateway(name: string, fields: INodeParameters, message: RegExp): RejectedCase {
	return refusedMethod(
		name,
		{ method: 'payment_gateway', gatewayConfiguration: 'my-config', ...fields },
		message,
	);
}

function refusedBeneficiary(name: string, changed: INodeParameters, message: RegExp): RejectedCase {
	const beneficiary = {
		name: 'Asha Rao',
		addressLine1: '12 Lake Road',
		city: 'Mumbai',
		state: 'Maharashtra',
		postalCode: '400001',
		...changed,
	};
	return refused(name, { options: { beneficiaries: { beneficiary: [beneficiary] } } }, message);
}

export const rejected: RejectedCase[] = [
	refused('no reference ID', { referenceId: '' }, /'Reference ID' is empty/),
	refused(
		'reference ID with a space',
		{ referenceId: 'order 4711' },
		/'Reference ID' has the wrong format/,
	),
	refused(
		'reference ID too long for India',
		{ referenceId: 'x'.repeat(36) },
		/'Reference ID' has 36 characters/,
	),
	refused('another currency', { currency: 'EUR' }, /'Currency' has a value that does not exist/),
	refused('no payment method', { paymentMethods: {} }, /'Payment Methods' is empty/),
	refusedMethod(
		'a method of another country',
		pix,
		/'Payment Method 1 → Method' is not available for orders in/,
	),
	refused(
		'a configuration beside another method',
		{
			paymentMethods: method(
				{ method: 'payment_link', paymentUrl: link },
				{ method: 'payment_configuration', configurationName: 'my-config' },
			),
		},
		/'Payment Method 2 → Method' is not the only one/,
	),
	refusedMethod(
		'no configuration name',
		{ method: 'payment_configuration' },
		/'Payment Method 1 → Configuration Name' is empty/,
	),
	refusedMethod(
		'an invalid payment link',
		{ method: 'payment_link', paymentUrl: 'pay.example.com' },
		/'Payment Method 1 → Payment URL' is not a valid URL/,
	),
	refusedMethod(
		'UPI link that is an https URL',
		{ method: 'upi_intent_link', upiLink: 'https://pay.example.com' },
		/'Payment Method 1 → UPI Link' has the wrong format/,
	),
	refusedGateway(
		'gateway field too long',
		{ gateway: 'payu', payuFields: { udf2: 'x'.repeat(256) } },
		/'Payment Method 1 → User-Defined Field 2' has 256 characters/,
	),
	refusedGateway(
		'gateway configuration too long',
		{ gatewayConfiguration: 'x'.repeat(61) },
		/'Payment Method 1 → Gateway Configuration' has 61 characters/,
	),
	refusedGateway(
		'too many notes',
		{
			razorpayFields: {
				notes: Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`note${index}`, 'x'])),
			},
		},
		/'Payment Method 1 → Notes' has 16 texts/,
	),
	refusedGateway(
		'a note that is an object',
		{ razorpayFields: { notes: { branch: { name: 'North' } } } },
		/'Payment Method 1 → Notes' has no text for 'branch'/,
	),
	refusedGateway(
		'a note that is too long',
		{ razorpayFields: { notes: { note: 'x'.repeat(257) } } },
		/'Payment Method 1 → Notes' has a text that is too long/,
	),
	refused(
		'card digits that are not four',
		{
			currency: 'BRL',
			paymentMethods: method({
				method: 'offsite_card_pay',
				lastFourDigits: '123',
				credentialId: '1',
			}),
			items: {},
			options: { totalAmount: 5 },
		},
		/'Payment Method 1 → Last Four Digits' has the wrong format/,
	),
	refused('no items in India', { items: {}, options: { totalAmount: 5 } }, /'Items' is empty/),
	refused(
		'no items and no total in Brazil',
		{ currency: 'BRL', paymentMethods: method(pix), items: {} },
		/'Total Amount' is empty/,
	),
	refused(
		'shipping without items in Brazil',
		{
			currency: 'BRL',
			paymentMethods: method(pix),
			items: {},
			options: { totalAmount: 5, shipping: { charge: { amount: 1 } } },
		},
		/'Shipping' is set, but the order has no items/,
	),
	refused(
		'an item without product ID in Brazil',
		{ currency: 'BRL', paymentMethods: method(pix) },
		/'Item 1 → Product ID' is empty/,
	),
	refusedItem('no name', { name: '' }, /'Item 1 → Name' is empty/),
	refusedItem('name too long', { name: 'x'.repeat(61) }, /'Item 1 → Name' has 61 characters/),
	refusedItem('price forgotten', { price: 0 }, /'Item 1 → Price' is out of range/),
	refusedItem('three decimals', { price: 1.234 }, /'Item 1 → Price' has more than two decimals/),
	refusedItem('price with a comma', { price: '1,50' }, /'Item 1 → Price' is not a number/),
	refusedItem('half a plant more', { quantity: 1.5 }, /'Item 1 → Quantity' is out of range/),
	refusedItem(
		'sale price that is not lower',
		{ moreFields: { salePrice: 15 } },
		/'Item 1 → Sale Price' is not lower than the price/,
	),
	refusedItem(
		'picture of an item with a product ID',
		{ moreFields: { retailerId: '1', imageUrl: 'https://example.com/a.png' } },
		/'Item 1 → Image URL' is set for an item in a catalog/,
	),
	refused(
		'picture in an order with a catalog',
		{
			items: {
				item: [{ name: 'Pot', price: 1, moreFields: { imageUrl: 'https://example.com/a.png' } }],
			},
			options: { catalogId: '1' },
		},
		/'Item 1 → Image URL' is set for an item in a catalog/,
	),
	refused(
		'too many items with a picture',
		{
			items: {
				item: Array.from({ length: 11 }, () => ({
					name: 'Pot',
					price: 1,
					moreFields: { imageUrl: 'https://example.com/a.png' },
				})),
			},
		},
		/'Items' has 11 entries, some with an image/,
	),
	refusedItem(
		'importer address without its first line',
		{ moreFields: { importerAddress: { address: { city: 'Delhi' } } } },
		/'Item 1 → Address Line 1' is empty/,
	),
	refused(
		'a total that does not add up',
		{ options: { tax: { charge: { amount: 1 } }, totalAmount: 15 } },
		/'Total Amount' is not 16.00, the total of items/,
	),
	refused(
		'a discount of everything',
		{ options: { discount: { charge: { amount: 15 } } } },
		/'Items' cost nothing after the discount/,
	),
	refused(
		'a discount of nothing',
		{ options: { discount: { charge: { amount: 0 } } } },
		/'Discount Amount' is out of range/,
	),
	refused(
		'a description of the tax that is too long',
		{ options: { tax: { charge: { amount: 1, description: 'x'.repeat(61) } } } },
		/'Tax Note' has 61 characters/,
	),
	refused(
		'Singapore',
		{ currency: 'SGD' },
		/'Currency' is Singapore Dollar, but WhatsApp ended payments in Singapore/,
	),
	refused(
		'expiration without a time',
		{ options: { expiration: { expiration: { time: '', description: 'Tonight' } } } },
		/'Expiration Time' is empty/,
	),
	refused(
		'a description of the expiration that is too long',
		{
			options: { expiration: { expiration: { time: '2030-01-01', description: 'x'.repeat(121) } } },
		},
		/'Expiration Note' has 121 characters/,
	),
	refusedBeneficiary('no city', { city: '' }, /'Beneficiary 1 → City' is empty/),
	refusedBeneficiary(
		'postal code of another country',
		{ postalCode: 'SW1A 1AA' },
		/'Beneficiary 1 → Postal Code' has the wrong format/,
	),
	refusedBeneficiary(
		'address line too long',
		{ addressLine1: 'x'.repeat(101) },
		/'Beneficiary 1 → Address Line 1' has 101 characters/,
	),
];

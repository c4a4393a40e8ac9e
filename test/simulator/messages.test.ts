import { business, type Simulator } from '../../simulator';
import { ada, call, firstNumber, idOf, pablo, send, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

const link = 'https://example.com/file';
const body = { text: 'Body' };
const replyButton = (id: string, title = 'Yes') => ({ type: 'reply', reply: { id, title } });
const row = (id: string) => ({ id, title: `Row ${id}` });
const interactive = (type: string, action: object, more: object = {}) => ({
	type: 'interactive',
	interactive: { type, body, action, ...more },
});
const flow = (parameters: object) =>
	interactive('flow', {
		name: 'flow',
		parameters: { flow_message_version: '3', flow_cta: 'Open', ...parameters },
	});
const [product] = business.catalog.productRetailerIds;
const amount = (value: number) => ({ value, offset: 100 });
const order = (total: number) =>
	interactive('order_details', {
		name: 'review_and_pay',
		parameters: {
			reference_id: 'order-1',
			type: 'digital-goods',
			currency: 'INR',
			payment_type: 'upi',
			payment_configuration: business.paymentConfiguration,
			total_amount: amount(total),
			order: {
				status: 'pending',
				items: [{ name: 'Aloe', quantity: 1, amount: amount(1000) }],
				subtotal: amount(1000),
				tax: amount(100),
			},
		},
	});
const simpleOrder = (payment_type: string) =>
	interactive('order_details', {
		name: 'review_and_pay',
		parameters: {
			reference_id: 'order-1',
			type: 'digital-goods',
			currency: 'BRL',
			payment_type,
			total_amount: amount(1000),
		},
	});
const card = (card_index: number) => ({
	card_index,
	type: 'cta_url',
	header: { type: 'image', image: { link } },
	body,
	action: { name: 'cta_url', parameters: { display_text: 'Shop', url: link } },
});

describe('messages of the simulator', () => {
	describe('sending', () => {
		it.each<[string, Record<string, unknown>]>([
			['text without type', { text: { body: 'Hello', preview_url: true } }],
			['text in capitals', { type: 'TEXT', text: { body: 'Hello' } }],
			['text that quotes a message', { text: { body: 'x' }, context: { message_id: 'wamid.X' } }],
			['a formatted number', { to: '+1 (650) 555-1234', text: { body: 'x' } }],
			['callback data', { text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(512) }],
			[
				'a message to a group',
				{ recipient_type: 'group', to: business.group.id, text: { body: 'x' } },
			],
			['an image', { type: 'image', image: { link, caption: 'Caption' } }],
			['a video', { type: 'video', video: { link, caption: 'Caption' } }],
			['audio', { type: 'audio', audio: { link, voice: true } }],
			['a document', { type: 'document', document: { link, caption: 'c', filename: 'a.pdf' } }],
			['a sticker', { type: 'sticker', sticker: { link } }],
			[
				'a location',
				{ type: 'location', location: { latitude: 37.7, longitude: '-122.4', name: 'HQ' } },
			],
			[
				'contacts',
				{ type: 'contacts', contacts: [{ name: { formatted_name: 'A B', first_name: 'A' } }] },
			],
			['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍🏽' } }],
			['a removed reaction', { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '' } }],
			['buttons', interactive('button', { buttons: [replyButton('a'), replyButton('b')] })],
			[
				'a list without type',
				{
					interactive: {
						type: 'list',
						body,
						action: { button: 'Open', sections: [{ rows: [row('a')] }] },
					},
				},
			],
			[
				'a URL button',
				interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Go', url: link } }),
			],
			['a location request', interactive('location_request_message', { name: 'send_location' })],
			[
				'an address request',
				interactive('address_message', { name: 'address_message', parameters: { country: 'IN' } }),
			],
			['a Flow by ID', flow({ flow_id: business.flows[0].id })],
			['a draft Flow by name', flow({ flow_name: business.flows[1].name, mode: 'draft' })],
			[
				'a product',
				interactive('product', { catalog_id: business.catalog.id, product_retailer_id: product }),
			],
			[
				'a product list',
				interactive(
					'product_list',
					{
						catalog_id: business.catalog.id,
						sections: [{ title: 'All', product_items: [{ product_retailer_id: product }] }],
					},
					{ header: { type: 'text', text: 'Header' } },
				),
			],
			['a catalog', interactive('catalog_message', { name: 'catalog_message' })],
			['a carousel', interactive('carousel', { cards: [card(0), card(1)] })],
			[
				'a call permission request',
				interactive('call_permission_request', { name: 'call_permission_request' }),
			],
			['order details', order(1100)],
			['order details without an order in Brazil', simpleOrder('br')],
			[
				'an order status with a payment only',
				interactive('order_status', {
					name: 'review_order',
					parameters: { reference_id: 'order-1', payment: { status: 'failed' } },
				}),
			],
			[
				'an order status',
				interactive('order_status', {
					name: 'review_order',
					parameters: { reference_id: 'order-1', order: { status: 'shipped' } },
				}),
			],
		])('accepts %s', async (_name, message) => {
			const response = await send(simulator, message);
			expect(response.error).toBeUndefined();
			expect(response).toMatchObject({
				status: 200,
				body: {
					messaging_product: 'whatsapp',
					messages: [{ id: expect.stringMatching(/^wamid\./) }],
				},
			});
			const recorded = simulator.messages().at(-1);
			expect(recorded).toMatchObject({
				id: idOf(response),
				phoneNumberId: firstNumber.id,
				body: { to: pablo.waId, ...message },
			});
		});

		it('accepts a user ID and returns the recipient', async () => {
			const byId = await send(simulator, {
				to: undefined,
				recipient: ada.userId,
				text: { body: 'x' },
			});
			expect(byId.body).toMatchObject({ contacts: [{ input: ada.userId, user_id: ada.userId }] });
			expect(JSON.stringify(byId.body)).not.toContain('wa_id');
			const byBoth = await send(simulator, { recipient: ada.userId, text: { body: 'x' } });
			expect(byBoth.body).toMatchObject({ contacts: [{ input: pablo.waId, wa_id: pablo.waId }] });
		});
	});

	describe('validation', () => {
		const required = (path: string) => `(#100) The parameter ${path} is required.`;
		it.each<[string, Record<string, unknown>, number, string]>([
			[
				'no messaging_product',
				{ messaging_product: undefined },
				100,
				required('messaging_product'),
			],
			['no recipient', { to: undefined, text: { body: 'x' } }, 100, required('to')],
			['no text', { type: 'text' }, 100, required('text')],
			['no text body', { text: {} }, 100, required("text['body']")],
			['an empty text', { text: { body: '' } }, 100, required("text['body']")],
			[
				'a text of more than 4,096 characters',
				{ text: { body: 'x'.repeat(4097) } },
				100,
				"(#100) Param text['body'] must be at most 4096 characters long.",
			],
			[
				'an unknown key',
				{ text: { body: 'x', bold: true } },
				100,
				'(#100) Unexpected key "bold" on param "text"',
			],
			[
				'a number as text',
				{ text: { body: 1 } },
				100,
				"(#100) Param text['body'] must be a string.",
			],
			['an unknown type', { type: 'poll', poll: {} }, 100, '(#100) Param type must be one of'],
			[
				'callback data of more than 512 characters',
				{ text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) },
				100,
				'(#100) Param biz_opaque_callback_data must be at most 512',
			],
			[
				'a malformed number',
				{ to: 'Pablo', text: { body: 'x' } },
				131009,
				'phone number is malformed',
			],
			[
				'a malformed user ID',
				{ to: undefined, recipient: 'Pablo', text: { body: 'x' } },
				131009,
				'user ID is not valid',
			],
			[
				'an unknown group',
				{ recipient_type: 'group', to: 'none', text: { body: 'x' } },
				131009,
				'Group ID',
			],
			[
				'a pin outside of a group',
				{ type: 'pin', pin: { type: 'pin', message_id: 'wamid.1', expiration_days: 1 } },
				131009,
				'in groups only',
			],
			[
				'a pin without an end',
				{
					recipient_type: 'group',
					to: business.group.id,
					type: 'pin',
					pin: { type: 'pin', message_id: 'wamid.1' },
				},
				131008,
				'expiration_days',
			],
			[
				'the sender as recipient',
				{ to: firstNumber.displayPhoneNumber, text: { body: 'x' } },
				131021,
				'is the same',
			],
			[
				'neither ID nor link',
				{ type: 'image', image: {} },
				131008,
				'Either one of media ID or link',
			],
			[
				'both ID and link',
				{ type: 'image', image: { id: '1', link } },
				131009,
				'Only one of media ID or link',
			],
			[
				'an unknown media ID',
				{ type: 'image', image: { id: '1' } },
				100,
				"(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
			],
			[
				'an invalid link',
				{ type: 'video', video: { link: 'ftp://x' } },
				131009,
				'URL is not valid',
			],
			[
				'a caption on audio',
				{ type: 'audio', audio: { link, caption: 'x' } },
				100,
				'(#100) Unexpected key "caption" on param "audio"',
			],
			[
				'a caption of more than 1,024 characters',
				{ type: 'document', document: { link, caption: 'x'.repeat(1025) } },
				100,
				'at most 1024',
			],
			[
				'a sticker with a file name',
				{ type: 'sticker', sticker: { link, filename: 'x' } },
				100,
				'Unexpected key "filename"',
			],
			[
				'coordinates out of range',
				{ type: 'location', location: { latitude: 91, longitude: 0 } },
				100,
				"Param location['latitude']",
			],
			[
				'a contact without a name',
				{ type: 'contacts', contacts: [{}] },
				100,
				required("contacts[0]['name']"),
			],
			[
				'a reaction of two emojis',
				{ type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍👍' } },
				131009,
				'emoji',
			],
			[
				'four buttons',
				interactive('button', { buttons: ['a', 'b', 'c', 'd'].map((id) => replyButton(id)) }),
				131009,
				'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
			],
			[
				'a button title of more than 20 characters',
				interactive('button', { buttons: [replyButton('a', 'x'.repeat(21))] }),
				131009,
				'Button title length invalid. Min length: 1, Max length: 20',
			],
			[
				'two buttons with the same ID',
				interactive('button', { buttons: [replyButton('a'), replyButton('a')] }),
				131009,
				'Duplicated',
			],
			[
				'a body of more than 1,024 characters',
				interactive(
					'button',
					{ buttons: [replyButton('a')] },
					{ body: { text: 'x'.repeat(1025) } },
				),
				131009,
				'Body text length invalid. Min length: 1, Max length: 1024',
			],
			[
				'no body',
				interactive('button', { buttons: [replyButton('a')] }, { body: undefined }),
				100,
				required("interactive['body']"),
			],
			[
				'eleven rows',
				interactive('list', { button: 'x', sections: [{ rows: [...'abcdefghijk'].map(row) }] }),
				131009,
				'Total row count exceed max allowed count: 10',
			],
			[
				'sections without titles',
				interactive('list', {
					button: 'x',
					sections: [{ rows: [row('a')] }, { rows: [row('b')] }],
				}),
				131009,
				'Section title is required',
			],
			[
				'an image header of a list',
				interactive(
					'list',
					{ button: 'x', sections: [{ rows: [row('a')] }] },
					{ header: { type: 'image', image: { link } } },
				),
				131009,
				'Header type invalid',
			],
			[
				'a header in bold',
				interactive(
					'button',
					{ buttons: [replyButton('a')] },
					{ header: { type: 'text', text: 'Your *order*' } },
				),
				131009,
				'Header text invalid. Markdown is not supported',
			],
			[
				'a header without content',
				interactive('button', { buttons: [replyButton('a')] }, { header: { type: 'image' } }),
				131008,
				'Header of type image requires image',
			],
			[
				'a URL button of more than 20 characters',
				interactive('cta_url', {
					name: 'cta_url',
					parameters: { display_text: 'x'.repeat(21), url: link },
				}),
				131009,
				'Display text length invalid',
			],
			[
				'a location request with a footer',
				interactive('location_request_message', { name: 'send_location' }, { footer: body }),
				100,
				'Unexpected key "footer"',
			],
			['a Flow without name and ID', flow({}), 131009, 'Exactly one of flow_id and flow_name'],
			['a Flow of another business', flow({ flow_id: '1' }), 131009, 'Flow does not exist'],
			[
				'a draft Flow without mode draft',
				flow({ flow_name: business.flows[1].name }),
				131009,
				'not published',
			],
			[
				'a product of another business',
				interactive('product', { catalog_id: business.catalog.id, product_retailer_id: 'x' }),
				131009,
				'Products not found in FB Catalog: x',
			],
			['one card', interactive('carousel', { cards: [card(0)] }), 131009, 'Invalid cards count'],
			['no order in India', simpleOrder('upi'), 131008, 'order is required'],
			['an order that does not add up', order(1200), 131009, 'total_amount'],
			[
				'an unknown interactive type',
				interactive('poll', {}),
				100,
				"(#100) Param interactive['type'] must be one of",
			],
		])('rejects a message with %s', async (_name, message, code, text) => {
			const accepted = simulator.messages().length;
			const { status, error } = await send(simulator, message);
			expect({ status, code: error.code }).toEqual({ status: 400, code });
			expect(`${error.message} ${error.error_data?.details}`).toContain(text);
			expect(simulator.messages()).toHaveLength(accepted);
		});

		it('treats a body that is not JSON as empty', async () => {
			const response = await fetch(`${simulator.url}/v26.0/${firstNumber.id}/messages`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${business.accessToken}`,
					'content-type': 'application/json',
				},
				body: '{"messaging_product":',
			});
			expect(await response.json()).toMatchObject({
				error: { message: required('messaging_product') },
			});
		});
	});

	describe('marking as read', () => {
		it('accepts only the ID of a message from a customer', async () => {
			const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hello' });
			const path = `/v26.0/${firstNumber.id}/messages`;
			const read = { messaging_product: 'whatsapp', status: 'read' };
			const typing_indicator = { type: 'text' };
			expect(
				await call(simulator, 'POST', path, { ...read, message_id: id, typing_indicator }),
			).toMatchObject({ status: 200, body: { success: true } });
			expect(simulator.state.messages.get(id)).toMatchObject({
				readAt: expect.any(Number),
				typingAt: expect.any(Number),
			});
			const unknown = await call(simulator, 'POST', path, { ...read, message_id: 'wamid.X' });
			expect(unknown.error.code).toBe(131009);
			expect(await call(simulator, 'GET', `/v26.0/${id}`)).toMatchObject({ body: { id } });
		});
	});

	describe('checking contacts', () => {
		it('reports which numbers have WhatsApp', async () => {
			simulator.updateSettings({ notOnWhatsApp: ['15550001111'] });
			const response = await call(simulator, 'POST', `/v26.0/${firstNumber.id}/contacts`, {
				blocking: 'wait',
				contacts: ['+1 650 555 1234', '+15550001111'],
			});
			expect(response.body.contacts).toEqual([
				{ input: '+1 650 555 1234', status: 'valid', wa_id: '16505551234' },
				{ input: '+15550001111', status: 'invalid' },
			]);
		});
	});
});

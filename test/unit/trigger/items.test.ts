import { eventKey } from '../../../nodes/WhatsAppBusinessTrigger/events/eventKey';
import { isOutdated } from '../../../nodes/WhatsAppBusinessTrigger/events/redelivery';
import { splitPayload } from '../../../nodes/shared/events/splitPayload';
import { itemOf } from '../../../nodes/shared/items/toItem';
import type { EventItem } from '../../../nodes/shared/items/toItem';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import {
	contact,
	contactWithoutNumber,
	isoTimestamp,
	messagePayload,
	messagesChange,
	otherWamid,
	payload,
	phoneNumber,
	phoneNumberId,
	statusPayload,
	timestamp,
	userId,
	wabaId,
	wamid,
} from './payloads';

const both = ['messages', 'statuses'];

function itemsOf(given: object, chosen = both): EventItem[] {
	return splitPayload(given as WebhookPayload)
		.filter(({ kind }) => chosen.includes(kind.value))
		.map(itemOf);
}

function itemOfOne(given: object): Omit<EventItem, 'raw'> {
	const items = itemsOf(given);
	expect(items).toHaveLength(1);
	const { raw, ...item } = items[0] as EventItem;
	expect(raw).toMatchObject({ timestamp });
	return item;
}

const nothing = {
	text: null,
	reply: null,
	media: null,
	location: null,
	contacts: null,
	order: null,
	call: null,
	context: null,
	group: null,
	referral: null,
	errors: null,
};
const message = {
	...nothing,
	event: 'message',
	id: wamid,
	timestamp: isoTimestamp,
	from: phoneNumber,
	recipient: null,
	userId: null,
	customer: phoneNumber,
	username: null,
	profileName: 'Sheena Nelson',
	parentUserId: null,
	waId: phoneNumber,
	countryCode: null,
	identityKeyHash: null,
	change: null,
	conversationContext: null,
	extra: null,
	phoneNumberId,
	displayPhoneNumber: '15550783881',
	windowOpenUntil: null,
	paused: false,
	optedOut: false,
	preference: null,
	wabaId,
};
const status = {
	...message,
	event: 'status',
	from: null,
	recipient: phoneNumber,
	profileName: null,
	waId: null,
};
/** What a reply has that belongs to no question of Send and Wait. */
const noQuestion = { expired: false, question: null };

const noContext = {
	id: null,
	from: null,
	userId: null,
	forwarded: false,
	frequentlyForwarded: false,
	product: null,
	type: null,
	text: null,
	sentBy: null,
};
const file = {
	id: '1003383421387256',
	mimeType: null,
	sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=',
	fileName: null,
	url: null,
	voice: false,
	animated: false,
	error: null,
};
const sentFile = { id: file.id, sha256: file.sha256 };
const repliedTo = { from: '15550783881', id: otherWamid };

// Each message is an example of a page below
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
describe('itemOf a message', () => {
	it.each<[string, object, object]>([
		[
			'text',
			{ type: 'text', text: { body: 'Does it come in another color?' } },
			{ type: 'text', text: 'Does it come in another color?' },
		],
		[
			'text that replies to a message',
			{ type: 'text', text: { body: 'Yes' }, context: repliedTo },
			{ type: 'text', text: 'Yes', context: { ...noContext, ...repliedTo } },
		],
		[
			'text forwarded many times',
			{ type: 'text', text: { body: 'Hi' }, context: { frequently_forwarded: true } },
			{
				type: 'text',
				text: 'Hi',
				context: { ...noContext, forwarded: true, frequentlyForwarded: true },
			},
		],
		[
			'a question about a product',
			{
				type: 'text',
				text: { body: 'Is this still available?' },
				context: {
					...repliedTo,
					referred_product: { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' },
				},
			},
			{
				type: 'text',
				text: 'Is this still available?',
				context: {
					...noContext,
					...repliedTo,
					product: { catalogId: '194836987003835', retailerId: 'di9ozbzfi4' },
				},
			},
		],
		[
			'text from an ad that clicks to WhatsApp',
			{
				type: 'text',
				text: { body: 'Can I get more info?' },
				referral: { source_url: 'https://fb.me/3cr4Wqqkv', source_type: 'ad', source_id: '12022' },
			},
			{
				type: 'text',
				text: 'Can I get more info?',
				referral: { source_url: 'https://fb.me/3cr4Wqqkv', source_type: 'ad', source_id: '12022' },
			},
		],
		[
			'an image with a caption',
			{
				type: 'image',
				image: {
					...sentFile,
					mime_type: 'image/jpeg',
					caption: 'Taj Mahal',
					url: 'https://x.test/1',
				},
			},
			{
				type: 'image',
				text: 'Taj Mahal',
				media: { ...file, mimeType: 'image/jpeg', url: 'https://x.test/1' },
			},
		],
		[
			'a video without a caption',
			{ type: 'video', video: { ...sentFile, mime_type: 'video/mp4' } },
			{ type: 'video', media: { ...file, mimeType: 'video/mp4' } },
		],
		[
			'a voice recording',
			{ type: 'audio', audio: { ...sentFile, mime_type: 'audio/ogg; codecs=opus', voice: true } },
			{ type: 'audio', media: { ...file, mimeType: 'audio/ogg; codecs=opus', voice: true } },
		],
		[
			'a document with a caption',
			{
				type: 'document',
				document: {
					...sentFile,
					mime_type: 'application/pdf',
					filename: 'order-abc123.pdf',
					caption: 'Receipt',
				},
			},
			{
				type: 'document',
				text: 'Receipt',
				media: { ...file, mimeType: 'application/pdf', fileName: 'order-abc123.pdf' },
			},
		],
		[
			'an animated sticker',
			{ type: 'sticker', sticker: { ...sentFile, mime_type: 'image/webp', animated: true } },
			{ type: 'sticker', media: { ...file, mimeType: 'image/webp', animated: true } },
		],
		[
			'a location with a name',
			{
				type: 'location',
				location: {
					latitude: 37.44216251868683,
					longitude: -122.16153582049394,
					name: 'Philz Coffee',
					address: '101 Forest Ave, Palo Alto, CA 94301',
				},
			},
			{
				type: 'location',
				text: 'Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301',
				location: {
					latitude: 37.44216251868683,
					longitude: -122.16153582049394,
					name: 'Philz Coffee',
					address: '101 Forest Ave, Palo Alto, CA 94301',
				},
			},
		],
		[
			'a location without a name',
			{ type: 'location', location: { latitude: 37.44, longitude: -122.16 } },
			{
				type: 'location',
				text: '37.44, -122.16',
				location: { latitude: 37.44, longitude: -122.16, name: null, address: null },
			},
		],
		[
			'a location at latitude and longitude 0',
			{ type: 'location', location: { latitude: 0, longitude: 0 } },
			{
				type: 'location',
				text: '0, 0',
				location: { latitude: 0, longitude: 0, name: null, address: null },
			},
		],
		[
			'a location without coordinates',
			{ type: 'location', location: { latitude: '37', address: 'Harbour 1' } },
			{
				type: 'location',
				text: 'Harbour 1',
				location: { latitude: null, longitude: null, name: null, address: 'Harbour 1' },
			},
		],
		[
			'contacts',
			{
				type: 'contacts',
				contacts: [
					{
						name: { first_name: 'Barbara', formatted_name: 'Barbara J. Johnson' },
						phones: [
							{ phone: '+1 (983) 555-2319', wa_id: '19835552319', type: 'MOBILE' },
							{ phone: '+1 (650) 555-0101', type: 'WORK' },
							{ type: 'HOME' },
						],
					},
					{ name: { formatted_name: 'Ada Byron' } },
				],
			},
			{
				type: 'contacts',
				text: 'Barbara J. Johnson, Ada Byron',
				contacts: [
					{
						name: 'Barbara J. Johnson',
						phones: ['19835552319', '+1 (650) 555-0101'],
						origin: null,
					},
					{ name: 'Ada Byron', phones: [], origin: null },
				],
			},
		],
		[
			'a number that was shared on request',
			{
				type: 'contacts',
				contacts: [
					{
						vcard: 'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD',
						phones: [{ phone: '+52 55 1234 5678', wa_id: '5215512345678' }],
					},
				],
			},
			{
				type: 'contacts',
				text: '+52 55 1234 5678',
				contacts: [{ name: null, phones: ['5215512345678'], origin: null }],
			},
		],
		[
			'a number that was shared on request, with a name on the card',
			{
				type: 'contacts',
				contacts: [
					{
						vcard:
							'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Pablo M.\r\nTEL;type=MOBILE;waid=16505551234:+1 (650) 555-1234\r\nEND:VCARD',
						origin: 'contact_request',
						phones: [{ phone: '+1 (650) 555-1234', wa_id: '16505551234', type: 'MOBILE' }],
					},
				],
			},
			{
				type: 'contacts',
				text: 'Pablo M.',
				contacts: [{ name: 'Pablo M.', phones: ['16505551234'], origin: 'contact_request' }],
			},
		],
		[
			'a reaction',
			{ type: 'reaction', reaction: { message_id: otherWamid, emoji: '👍' } },
			{ type: 'reaction', text: '👍', context: { ...noContext, id: otherWamid } },
		],
		[
			'a reaction taken back',
			{ type: 'reaction', reaction: { message_id: otherWamid } },
			{ type: 'reaction', context: { ...noContext, id: otherWamid } },
		],
		[
			'a quick-reply button of a template',
			{
				type: 'button',
				button: { payload: 'UNSUBSCRIBE', text: 'Unsubscribe' },
				context: repliedTo,
			},
			{
				type: 'button',
				text: 'Unsubscribe',
				reply: {
					id: 'UNSUBSCRIBE',
					title: 'Unsubscribe',
					description: null,
					answer: null,
					...noQuestion,
				},
				context: { ...noContext, ...repliedTo },
			},
		],
		[
			'a reply button',
			{
				type: 'interactive',
				context: repliedTo,
				interactive: {
					type: 'button_reply',
					button_reply: { id: 'cancel-button', title: 'Cancel' },
				},
			},
			{
				type: 'button_reply',
				text: 'Cancel',
				reply: {
					id: 'cancel-button',
					title: 'Cancel',
					description: null,
					answer: null,
					...noQuestion,
				},
				context: { ...noContext, ...repliedTo },
			},
		],
		[
			'a choice from a list',
			{
				type: 'interactive',
				context: repliedTo,
				interactive: {
					type: 'list_reply',
					list_reply: {
						id: 'priority_express',
						title: 'Priority Mail Express',
						description: 'Next Day to 2 Days',
					},
				},
			},
			{
				type: 'list_reply',
				text: 'Priority Mail Express',
				reply: {
					id: 'priority_express',
					title: 'Priority Mail Express',
					description: 'Next Day to 2 Days',
					answer: null,
					...noQuestion,
				},
				context: { ...noContext, ...repliedTo },
			},
		],
		[
			'the reply of a Flow',
			{
				type: 'interactive',
				context: repliedTo,
				interactive: {
					type: 'nfm_reply',
					nfm_reply: {
						name: 'flow',
						body: 'Sent',
						response_json: '{"flow_token":"abc","department":"garden","guests":[1,2]}',
					},
				},
			},
			{
				type: 'nfm_reply',
				text: 'Sent',
				reply: {
					id: null,
					title: null,
					description: null,
					answer: { flow_token: 'abc', department: 'garden', guests: [1, 2] },
					...noQuestion,
				},
				context: { ...noContext, ...repliedTo },
			},
		],
		[
			'an interactive reply of an unknown kind',
			{ type: 'interactive', interactive: { type: 'new_reply', new_reply: { id: '1' } } },
			{ type: 'new_reply' },
		],
		[
			'an order',
			{
				type: 'order',
				order: {
					catalog_id: '194836987003835',
					text: 'Love these!',
					product_items: [
						{ product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30, currency: 'USD' },
					],
				},
			},
			{
				type: 'order',
				text: 'Love these!',
				order: {
					catalogId: '194836987003835',
					text: 'Love these!',
					products: [{ id: 'di9ozbzfi4', quantity: 2, price: 30, currency: 'USD' }],
				},
			},
		],
		[
			'an order of which only the products are known',
			{
				type: 'order',
				order: {
					catalog_id: '1',
					product_items: [
						{ product_retailer_id: 'sku1', quantity: 2, item_price: 9.99, currency: 'EUR' },
						{ product_retailer_id: 'sku2', quantity: 1, item_price: 5 },
						{ product_retailer_id: 'sku3' },
					],
				},
			},
			{
				type: 'order',
				text: '2 × sku1 at 9.99 EUR, 1 × sku2 at 5, sku3',
				order: {
					catalogId: '1',
					text: null,
					products: [
						{ id: 'sku1', quantity: 2, price: 9.99, currency: 'EUR' },
						{ id: 'sku2', quantity: 1, price: 5, currency: null },
						{ id: 'sku3', quantity: null, price: null, currency: null },
					],
				},
			},
		],
		[
			'an order without a text',
			{
				type: 'order',
				order: { catalog_id: '194836987003835', text: '', product_items: [{ quantity: '2' }] },
			},
			{
				type: 'order',
				order: {
					catalogId: '194836987003835',
					text: null,
					products: [{ id: null, quantity: null, price: null, currency: null }],
				},
			},
		],
		[
			'a type the API does not support',
			{
				type: 'unsupported',
				errors: [
					{
						code: 131051,
						title: 'Message type unknown',
						message: 'Message type unknown',
						error_data: { details: 'Message type is currently not supported.' },
					},
				],
			},
			{
				type: 'unsupported',
				errors: [
					{
						code: 131051,
						title: 'Message type unknown',
						message: 'Message type unknown',
						details: 'Message type is currently not supported.',
						href: null,
						what: null,
						todo: null,
						safeToSendAgain: null,
					},
				],
			},
		],
		[
			'an edited text',
			{
				type: 'edit',
				edit: {
					original_message_id: otherWamid,
					message: { type: 'text', text: { body: 'Green, please' } },
				},
			},
			{ type: 'edit', text: 'Green, please', context: { ...noContext, id: otherWamid } },
		],
		[
			'a deleted message',
			{ type: 'revoke', revoke: { original_message_id: otherWamid } },
			{ type: 'revoke', context: { ...noContext, id: otherWamid } },
		],
		[
			'a message in a group',
			{ type: 'text', text: { body: 'Hello all' }, group_id: 'Y2FwaV9ncm91cDox' },
			{ type: 'text', text: 'Hello all', group: { id: 'Y2FwaV9ncm91cDox' } },
		],
		['a type not known yet', { type: 'hologram', hologram: { id: '1' } }, { type: 'hologram' }],
	])('converts the message to an item: %s', (_, given, expected) => {
		expect(itemOfOne(messagePayload(given))).toEqual({ ...message, ...expected });
	});

	it('reads a system message, which has no contacts', () => {
		const system = {
			body: 'User Sheena Nelson changed from 16505551234 to 12195555358',
			wa_id: '12195555358',
			type: 'user_changed_number',
		};
		expect(itemOfOne(messagePayload({ type: 'system', system }, []))).toEqual({
			...message,
			type: 'system',
			text: system.body,
			profileName: null,
			waId: null,
			change: {
				phoneNumber: '12195555358',
				userId: null,
				parentUserId: null,
				previousPhoneNumber: phoneNumber,
				previousUserId: null,
				previousParentUserId: null,
			},
		});
	});

	it('reads a message of a user without a phone number', () => {
		const given = { from: undefined, from_user_id: userId, type: 'text', text: { body: 'Hi' } };
		expect(itemOfOne(messagePayload(given, [contactWithoutNumber]))).toEqual({
			...message,
			type: 'text',
			text: 'Hi',
			from: null,
			userId,
			customer: userId,
			username: '@realsheenanelson',
			waId: null,
		});
	});

	it('names the author of the quoted message if that user has no phone number', () => {
		const context = { id: otherWamid, from_user_id: userId };
		const given = { type: 'text', text: { body: 'Hi' }, context };
		expect(itemOfOne(messagePayload(given)).context).toEqual({
			...noContext,
			id: otherWamid,
			userId,
		});
	});

	it.each<[string, object, string]>([
		[
			'buttons',
			{
				type: 'button',
				header: { type: 'text', text: 'Your order' },
				body: { text: 'Is it right?' },
				footer: { text: 'Lucky Shrub' },
				action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
			},
			'Your order\n\nIs it right?\n\nLucky Shrub',
		],
		['a list', { type: 'list', body: { text: 'Choose one' }, action: {} }, 'Choose one'],
	])('has what a person reads in %s that the business sent', (_what, interactive, text) => {
		const echo = { from: '15550783881', to: phoneNumber, type: 'interactive', interactive };
		const change = { field: 'message_echoes', value: { message_echoes: [echo] } };
		expect(itemsOf(payload(change), ['message_echoes'])).toMatchObject([{ text }]);
	});

	it('keeps the message as Meta sent it', () => {
		const given = { type: 'location', location: { latitude: 37.44, longitude: -122.16 } };
		const [item] = itemsOf(messagePayload(given));
		expect(item?.raw).toEqual({ from: phoneNumber, id: wamid, timestamp, ...given });
	});

	it.each([
		['missing', undefined],
		['not a number', 'yesterday'],
		['out of range', '99999999999999999'],
	])('a timestamp that is %s becomes null', (_, time) => {
		const items = itemsOf(messagePayload({ type: 'text', timestamp: time }));
		expect(items.map((item) => item.timestamp)).toEqual([null]);
	});
});

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
describe('itemOf a status', () => {
	it.each<[string, object, object]>([
		['sent', { status: 'sent', recipient_id: phoneNumber }, { type: 'sent' }],
		['delivered', { status: 'delivered', recipient_id: phoneNumber }, { type: 'delivered' }],
		['read', { status: 'read', recipient_id: phoneNumber }, { type: 'read' }],
		['played', { status: 'played', recipient_id: phoneNumber }, { type: 'played' }],
		[
			'failed',
			{
				status: 'failed',
				recipient_id: phoneNumber,
				errors: [
					{
						code: 131050,
						title: 'Unable to deliver the message.',
						message: 'Unable to deliver the message.',
						error_data: { details: 'The recipient stopped marketing messages.' },
						href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
					},
				],
			},
			{
				type: 'failed',
				errors: [
					{
						code: 131050,
						title: 'Unable to deliver the message.',
						message: 'Unable to deliver the message.',
						details: 'The recipient stopped marketing messages.',
						href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
						what: 'This person has asked WhatsApp not to deliver marketing messages from your business.',
						todo: 'Remove the person from your marketing list. Do not send the message again.',
						safeToSendAgain: true,
					},
				],
			},
		],
		[
			'of a message to a group',
			{
				status: 'read',
				recipient_id: 'Y2FwaV9ncm91cDox',
				recipient_type: 'group',
				recipient_participant_id: phoneNumber,
				recipient_participant_user_id: userId,
			},
			{ type: 'read', group: { id: 'Y2FwaV9ncm91cDox' }, userId },
		],
		[
			'for a user without a phone number',
			{ status: 'delivered', recipient_user_id: userId },
			{ type: 'delivered', recipient: null, userId, customer: userId },
		],
		[
			'with the hash of the recipient',
			{ status: 'sent', recipient_id: phoneNumber, recipient_identity_key_hash: 'DF2lS5v2W6x=' },
			{ type: 'sent', identityKeyHash: 'DF2lS5v2W6x=' },
		],
	])('converts the status to an item: %s', (_, given, expected) => {
		expect(itemOfOne(statusPayload(given))).toEqual({ ...status, ...expected });
	});

	it('reads name and username of the contact with the same user ID', () => {
		const given = { status: 'read', recipient_user_id: userId };
		expect(itemOfOne(statusPayload(given, [contact, contactWithoutNumber]))).toMatchObject({
			recipient: null,
			userId,
			username: '@realsheenanelson',
		});
	});
});

describe('splitPayload', () => {
	const first = { id: 'wamid.1', from: phoneNumber, type: 'text', text: { body: '1' } };
	const second = { id: 'wamid.2', from_user_id: userId, type: 'text', text: { body: '2' } };
	const sent = { id: 'wamid.3', status: 'sent', recipient_id: phoneNumber };
	const many = {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '1',
				changes: [
					messagesChange({ contacts: [contactWithoutNumber, contact], messages: [first, second] }),
					messagesChange({ statuses: [sent] }),
				],
			},
			{ id: '2', changes: [messagesChange({ messages: [{ ...first, id: 'wamid.4' }] })] },
		],
	};

	it('returns one event per message and status of all entries and changes', () => {
		expect(itemsOf(many).map(({ id, wabaId: waba }) => [id, waba])).toEqual([
			['wamid.1', '1'],
			['wamid.2', '1'],
			['wamid.3', '1'],
			['wamid.4', '2'],
		]);
	});

	it('finds the contact of each message by phone number or user ID', () => {
		expect(itemsOf(many).map(({ username }) => username)).toEqual([
			null,
			'@realsheenanelson',
			null,
			null,
		]);
	});

	it.each([
		[['messages'], ['wamid.1', 'wamid.2', 'wamid.4']],
		[['statuses'], ['wamid.3']],
		[[], []],
	])('with the kinds %j selects %j', (chosen, expected) => {
		expect(itemsOf(many, chosen).map(({ id }) => id)).toEqual(expected);
	});

	it('does not return other fields as messages or statuses', () => {
		const change = { field: 'message_template_status_update', value: { event: 'APPROVED' } };
		expect(itemsOf(payload(change))).toEqual([]);
	});

	it.each([
		['Mexico', '5215512345678', '525512345678'],
		['Argentina', '5491112345678', '541112345678'],
		['Brazil', '5511987654321', '551187654321'],
	])('gives a customer from %s one key, however Meta writes the number', (_country, one, other) => {
		const items = [one, other].flatMap((from) => itemsOf(messagePayload({ from, type: 'text' })));
		expect(new Set(items.map(({ customer }) => customer))).toEqual(new Set([other]));
	});

	it('gives every item the same keys in the same order', () => {
		const keys = [messagePayload({ type: 'hologram' }), many, statusPayload({ status: 'sent' })]
			.flatMap((given) => itemsOf(given))
			.map((item) => Object.keys(item).join());
		expect(new Set(keys).size).toBe(1);
	});

	const fine = [
		{ ...first, id: 'wamid.5' },
		{ ...first, id: 'wamid.6' },
	];
	const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

	it.each<[string, object]>([
		['a message', { messages: [fine[0], { ...first, deep: nested(5_000) }, fine[1]] }],
		['a contact', { messages: fine, contacts: [{ ...contact, deep: nested(5_000) }, contact] }],
		['what is beside them', { messages: fine, weather: nested(5_000) }],
	])('keeps the messages beside %s, if that is nested 5,000 deep', (_, value) => {
		const events = splitPayload(payload(messagesChange(value)) as WebhookPayload);
		const ids = events.map((event) => [itemOf(event).id, eventKey(event)]);
		expect(ids).toEqual(
			expect.arrayContaining([
				['wamid.5', 'message wamid.5'],
				['wamid.6', 'message wamid.6'],
			]),
		);
	});

	it('keeps the messages beside a status whose status is no text', () => {
		const value = { messages: fine, statuses: [{ id: 'wamid.7', status: { toString: 'x' } }] };
		const events = splitPayload(payload(messagesChange(value)) as WebhookPayload);
		expect(events.map(eventKey).slice(0, 2)).toEqual(['message wamid.5', 'message wamid.6']);
		expect(events.map(itemOf).map(({ id, type }) => [id, type])).toContainEqual(['wamid.7', null]);
	});

	it.each<[string, object]>([
		['an account and a time of odd types', { id: nested(5_000), time: { toString: 'x' } }],
		['a time that is nested 5,000 deep', { time: nested(5_000) }],
	])('keeps the events of an entry with %s', (_, entry) => {
		const odd = { field: 'account_update', value: { event: 'DISABLED' } };
		const changes = [messagesChange({ messages: fine }), odd, { ...odd, field: nested(5_000) }];
		const whole = { object: 'whatsapp_business_account', entry: [{ ...entry, changes }] };
		const events = splitPayload(whole as WebhookPayload);
		expect(events.map((event) => isOutdated(event, itemOf(event)))).toEqual(Array(4).fill(false));
		expect(events.map(eventKey).slice(0, 2)).toEqual(['message wamid.5', 'message wamid.6']);
		expect(events.map((event) => itemOf(event).event)).toEqual([
			...['message', 'message', 'account_update', 'other'],
		]);
	});

	it('keeps the messages beside one in the history that is nested 5,000 deep', () => {
		const threads = [{ id: phoneNumber, messages: [...fine, { ...first, deep: nested(5_000) }] }];
		const change = { field: 'history', value: { history: [{ threads }] } };
		expect(itemsOf(payload(change), ['history']).map(({ id }) => id)).toEqual([
			'wamid.5',
			'wamid.6',
		]);
	});

	const errors = Array.from({ length: 2_000 }, (_, code) => ({ code, title: 'Unsupported' }));
	const chats = errors.map((_, index) => ({
		id: phoneNumber,
		messages: [{ ...first, id: `wamid.${index}` }],
	}));
	const each = chats.flatMap(({ messages }) => messages);

	it.each<[string, string, object]>([
		['errors beside messages', 'messages', { messages: each, errors }],
		['what is new beside messages', 'messages', { messages: each, weather: errors }],
		['a summary of the chat', 'messages', { messages: each, conversation_context: { errors } }],
		['errors of the history', 'history', { history: [{ threads: chats, errors }] }],
	])('does not repeat %s in thousands of items', (_, field, value) => {
		const items = itemsOf(payload({ field, value }), ['messages', 'history']);
		expect(items).toHaveLength(2_000);
		expect(JSON.stringify(items[0])).toContain('1999');
		expect(JSON.stringify(items[1])).not.toContain('Unsupported');
	});

	it('repeats the error beside a few messages, as it may belong to each', () => {
		const value = { messages: fine, errors: errors.slice(7, 8) };
		const items = itemsOf(payload(messagesChange(value)));
		expect(items.map((item) => item.errors?.map(({ code }) => code))).toEqual([[7], [7]]);
	});

	it('reads a template of 30,000 parts in time', () => {
		const components = Array.from({ length: 30_000 }, () => ({
			type: 'BODY',
			text: '{{1}} {{30000}}',
			parameters: [{ type: 'text', text: 'a' }],
		}));
		const message = { to: phoneNumber, type: 'template', template: { components } };
		const standby = { message_echoes: [{ id: wamid, message, template: { components } }] };
		const started = process.cpuUsage();
		const [item] = itemsOf(payload({ field: 'standby', value: { standby } }), ['standby']);
		// Quadratic time would take minutes.
		expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
		expect(item?.text?.slice(0, 7)).toBe('a a\n\na ');
	});

	it('accepts payloads of any other shape', () => {
		const wrong = [null, 0, '', 'text', true, [], {}, [null], [[]], ['text'], [{}], { a: null }];
		const types = [
			...['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts'],
			...['reaction', 'button', 'interactive', 'order', 'system', 'edit', 'revoke'],
		];
		const keys = ['from', 'context', 'referral', 'errors', 'timestamp', 'id', 'type', 'group_id'];
		const malformed = wrong.flatMap((value) => [
			{ entry: value },
			{ entry: [{ id: value, changes: value }] },
			{ entry: [{ changes: [{ field: 'messages', value }] }] },
			{ entry: [{ changes: [messagesChange({ metadata: value, contacts: value })] }] },
			{ entry: [{ changes: [messagesChange({ messages: value, statuses: value })] }] },
			...keys.map((key) => messagePayload({ type: 'text', [key]: value })),
			...types.map((type) => messagePayload({ type, [type]: value })),
			...['button_reply', 'list_reply', 'nfm_reply'].map((kind) =>
				messagePayload({ type: 'interactive', interactive: { type: kind, [kind]: value } }),
			),
			messagePayload({ type: 'edit', edit: { message: value } }),
			messagePayload({ context: { referred_product: value } }),
			statusPayload({ status: value, recipient_id: value, errors: value }),
		]);
		expect(malformed.filter(throws)).toEqual([]);
	});
});

function throws(given: object): boolean {
	try {
		itemsOf(given);
		return false;
	} catch {
		return true;
	}
}

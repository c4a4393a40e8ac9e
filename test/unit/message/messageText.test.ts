import { messageText } from '../../../nodes/WhatsAppBusiness/operations/message/messageText';

describe('messageText', () => {
	it.each<[string, object, string | null]>([
		['a text', { type: 'text', text: { body: 'Hello' } }, 'Hello'],
		['a text without a type', { text: { body: 'Hello' } }, 'Hello'],
		['a caption', { type: 'image', image: { id: '1', caption: 'Your parcel' } }, 'Your parcel'],
		['a file without a caption', { type: 'document', document: { filename: 'a.pdf' } }, null],
		['a sticker', { type: 'sticker', sticker: { id: '1' } }, null],
		['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }, '👍'],
		['a removed reaction', { type: 'reaction', reaction: { emoji: '' } }, null],
		[
			'a place',
			{
				type: 'location',
				location: { latitude: 1, longitude: 2, name: 'Shop', address: 'Road 1' },
			},
			'Shop, Road 1',
		],
		['a point', { type: 'location', location: { latitude: 52.5, longitude: 13.4 } }, '52.5, 13.4'],
		[
			'contacts',
			{
				type: 'contacts',
				contacts: [{ name: { formatted_name: 'Ada' } }, { name: { formatted_name: 'Bo' } }],
			},
			'Ada, Bo',
		],
		[
			'buttons with header and footer',
			{
				type: 'interactive',
				interactive: {
					type: 'button',
					header: { type: 'text', text: 'Order 4711' },
					body: { text: 'When?' },
					footer: { text: 'Reply STOP to opt out' },
				},
			},
			'Order 4711\n\nWhen?\n\nReply STOP to opt out',
		],
		[
			'buttons with an image',
			{
				type: 'interactive',
				interactive: { header: { type: 'image', image: { id: '1' } }, body: { text: 'When?' } },
			},
			'When?',
		],
		['a template', { type: 'template', template: { name: 'hello_world' } }, null],
		[
			'anything else',
			{ type: 'hologram', hologram: { text: 'Hi' }, text: null, contacts: 5 },
			null,
		],
	])('reads the text of %s', (_, body, text) => {
		expect(messageText(body)).toBe(text);
	});
});

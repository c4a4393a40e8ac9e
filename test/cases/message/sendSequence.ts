import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const path = `/${number.id}/messages`;
const toCustomer = {
	messaging_product: 'whatsapp',
	recipient_type: 'individual',
	to: '+16505551234',
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to: '+1 650 555 1234', messages: { message: [{ text: 'Hello' }] } },
		request: {
			method: 'POST',
			path,
			body: { ...toCustomer, type: 'text', text: { body: 'Hello' } },
		},
		following: [],
	},
	{
		name: 'fullest',
		parameters: {
			to: '+16505551234',
			sender: { __rl: true, mode: 'id', value: other.id },
			messages: {
				message: [
					{
						type: 'sendText',
						text: 'See https://example.com',
						options: { linkPreview: true },
					},
					{
						type: 'sendMedia',
						mediaType: 'image',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/fern.png',
						caption: 'A **fern**',
					},
					{
						type: 'sendMedia',
						mediaType: 'document',
						mediaSource: 'id',
						mediaId: '1037543291543636',
						options: { fileName: 'care.pdf' },
					},
					{
						type: 'sendLocation',
						latitude: '37.758056',
						longitude: '-122.425332',
						name: 'Lucky Shrub',
						address: '1 Lucky Shrub Way',
					},
					{
						type: 'sendContacts',
						contacts: {
							contact: [{ firstName: 'Pablo', phones: { phone: [{ number: '+1 650 555 1234' }] } }],
						},
					},
					{
						type: 'sendCtaUrl',
						body: 'All ferns',
						buttonText: 'Open',
						buttonUrl: 'https://example.com/ferns',
					},
					{
						type: 'sendList',
						body: 'Which one?',
						buttonText: 'Ferns',
						sections: {
							section: [{ title: 'Small', rows: { row: [{ id: 'a', title: 'Asparagus fern' }] } }],
						},
					},
					{
						type: 'sendButtons',
						body: 'Shall we send it?',
						buttons: { button: [{ title: 'Yes' }, { title: 'No', id: 'no-fern' }] },
						options: {
							header: { header: { headerType: 'text', headerText: 'Your fern' } },
							footer: 'Lucky Shrub',
						},
					},
				],
			},
			typingIndicator: true,
			options: {
				callbackData: 'order-4711',
				pauseSeconds: 0,
				receivedMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
				replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
				splitLongTexts: true,
				textIsMarkdown: true,
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/messages`,
			body: {
				...toCustomer,
				context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
				biz_opaque_callback_data: 'order-4711',
				type: 'text',
				text: { body: 'See https://example.com', preview_url: true },
			},
		},
		following: [
			{ type: 'image', image: { link: 'https://example.com/fern.png', caption: 'A *fern*' } },
			{ type: 'document', document: { id: '1037543291543636', filename: 'care.pdf' } },
			{
				type: 'location',
				location: {
					latitude: 37.758056,
					longitude: -122.425332,
					name: 'Lucky Shrub',
					address: '1 Lucky Shrub Way',
				},
			},
			{
				type: 'contacts',
				contacts: [
					{
						name: { formatted_name: 'Pablo', first_name: 'Pablo' },
						phones: [{ phone: '+1 650 555 1234' }],
					},
				],
			},
			{
				type: 'interactive',
				interactive: {
					type: 'cta_url',
					body: { text: 'All ferns' },
					action: {
						name: 'cta_url',
						parameters: { display_text: 'Open', url: 'https://example.com/ferns' },
					},
				},
			},
			{
				type: 'interactive',
				interactive: {
					type: 'list',
					body: { text: 'Which one?' },
					action: {
						button: 'Ferns',
						sections: [{ title: 'Small', rows: [{ id: 'a', title: 'Asparagus fern' }] }],
					},
				},
			},
			{
				type: 'interactive',
				interactive: {
					type: 'button',
					header: { type: 'text', text: 'Your fern' },
					body: { text: 'Shall we send it?' },
					footer: { text: 'Lucky Shrub' },
					action: {
						buttons: [
							{ type: 'reply', reply: { id: 'Yes', title: 'Yes' } },
							{ type: 'reply', reply: { id: 'no-fern', title: 'No' } },
						],
					},
				},
			},
		].map((content) => ({
			...toCustomer,
			biz_opaque_callback_data: 'order-4711',
			...content,
		})),
	},
	{
		name: 'from JSON, with texts and messages as Meta takes them',
		parameters: {
			to: '+16505551234',
			specifyMessages: 'json',
			messagesJson:
				'["# Hello", "", null, 4711, {"type": "image", "image": {"link": "https://example.com/fern.png"}}]',
			options: { textIsMarkdown: true },
		},
		request: {
			method: 'POST',
			path,
			body: { ...toCustomer, type: 'text', text: { body: '*Hello*' } },
		},
		following: [
			{ ...toCustomer, type: 'text', text: { body: '4711' } },
			{ ...toCustomer, type: 'image', image: { link: 'https://example.com/fern.png' } },
		],
	},
	{
		name: 'with a long text and the rest of a caption as messages of their own',
		parameters: {
			to: '+16505551234',
			messages: {
				message: [
					{ text: `${'a'.repeat(3000)}\n\n${'b'.repeat(3000)}` },
					{
						type: 'sendMedia',
						mediaType: 'image',
						mediaSource: 'id',
						mediaId: '1037543291543636',
						caption: `${'c'.repeat(1000)}\n\n${'d'.repeat(1000)}`,
					},
				],
			},
			options: { splitLongTexts: true },
		},
		request: {
			method: 'POST',
			path,
			body: { ...toCustomer, type: 'text', text: { body: 'a'.repeat(3000) } },
		},
		following: [
			{ ...toCustomer, type: 'text', text: { body: 'b'.repeat(3000) } },
			{
				...toCustomer,
				type: 'image',
				image: { id: '1037543291543636', caption: 'c'.repeat(1000) },
			},
			{ ...toCustomer, type: 'text', text: { body: 'd'.repeat(1000) } },
		],
	},
	{
		name: 'with a template for a closed window, instead of all messages',
		parameters: {
			to: '+16505551234',
			messages: { message: [{ text: 'Hello' }, { text: 'How are you?' }] },
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
		},
		request: {
			method: 'POST',
			path,
			body: { ...toCustomer, type: 'text', text: { body: 'Hello' } },
		},
		substitute: {
			...toCustomer,
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		},
		following: [{ ...toCustomer, type: 'text', text: { body: 'How are you?' } }],
	},
];

const to = '+16505551234';
const json = (messagesJson: string) => ({ to, specifyMessages: 'json', messagesJson });

export const rejected: RejectedCase[] = [
	{ name: 'no message', parameters: { to }, message: /^'Messages' is empty$/ },
	{
		name: 'no recipient, before it looks at the messages',
		parameters: { messages: { message: [{ text: '' }] } },
		message: /^'To' is empty$/,
	},
	{
		name: 'a message without its text',
		parameters: { to, messages: { message: [{ text: 'Hello' }, { text: ' ' }] } },
		message: /^'Message 2 → Text' is empty$/,
	},
	{
		name: 'a button that is too long',
		parameters: {
			to,
			messages: {
				message: [
					{ text: 'Hello' },
					{
						type: 'sendButtons',
						body: 'Well?',
						buttons: { button: [{ title: 'Yes, please, tomorrow' }] },
					},
				],
			},
		},
		message: /^'Message 2 → Button 1 → Title' has 21 characters$/,
	},
	{
		name: 'a caption that is too long',
		parameters: {
			to,
			messages: {
				message: [
					{
						type: 'sendMedia',
						mediaType: 'image',
						mediaSource: 'id',
						mediaId: '1',
						caption: 'x'.repeat(1025),
					},
				],
			},
		},
		message: /^'Message 1 → Caption' has 1025 characters$/,
	},
	{
		name: 'more messages than anybody wants',
		parameters: { to, messages: { message: Array.from({ length: 31 }, () => ({ text: 'x' })) } },
		message: /^'Messages' has 31 entries$/,
	},
	{
		name: 'a pause in which the typing indicator would end',
		parameters: {
			to,
			messages: { message: [{ text: 'Hello' }] },
			options: { pauseSeconds: 26 },
		},
		message: /^'Pause \(Seconds\)' is out of range$/,
	},
	{ name: 'an empty list', parameters: json('[]'), message: /^'Messages' is empty$/ },
	{ name: 'an object', parameters: json('{"a": 1}'), message: /^'Messages' is not a JSON list$/ },
	{ name: 'a list of gaps', parameters: json('["", null]'), message: /^'Messages' is empty$/ },
	{
		name: 'a text in JSON that is too long',
		parameters: json(JSON.stringify(['Hello', 'x'.repeat(4097)])),
		message: /^'Message 2 → Text' has 4097 characters$/,
	},
	{
		name: 'an entry that is no message',
		parameters: json('["Hello", true]'),
		message: /^'Messages' has an entry 2 that is neither a text nor an object$/,
	},
	{
		name: 'an entry for somebody else',
		parameters: json('[{"to": "+16505559999", "type": "text", "text": {"body": "x"}}]'),
		message: /^'Messages' has an entry 1 that has the key "to"$/,
	},
	{
		name: 'an entry without a type',
		parameters: json('[{"text": {"body": "x"}}]'),
		message: /^'Messages' has an entry 1 that has no type or no content$/,
	},
	{
		name: 'a template, which people who have opted out might get',
		parameters: json('[{"type": "template", "template": {"name": "hello_world"}}]'),
		message: /^'Messages' has an entry 1 that is a template$/,
	},
	{
		name: 'an access token in an entry',
		parameters: json('[{"type": "text", "text": {"body": "x"}, "access_token": "x"}]'),
		message: /^'Messages' has an entry 1 that cannot be sent$/,
	},
];

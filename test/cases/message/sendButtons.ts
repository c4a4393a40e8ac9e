import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Your workshop is at 9am tomorrow.';
const buttons = { button: [{ title: 'Change' }] };
const button = {
	type: 'button',
	body: { text: body },
	action: { buttons: [{ type: 'reply', reply: { id: 'Change', title: 'Change' } }] },
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body, buttons },
		request: interactiveMessage(button),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			buttons: {
				button: [
					{ title: 'Change', id: 'change-button' },
					{ title: 'Cancel', id: 'cancel-button' },
					{ title: '👍 Keep it', id: 'keep-button' },
				],
			},
			sender: otherSender,
			options: {
				...commonOptions,
				header: {
					header: {
						headerType: 'document',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/workshop.pdf',
						fileName: 'workshop.pdf',
					},
				},
				footer: 'Lucky Shrub: Your gateway to succulents!™',
			},
		},
		request: interactiveMessageWithCommonOptions({
			type: 'button',
			header: {
				type: 'document',
				document: { link: 'https://example.com/workshop.pdf', filename: 'workshop.pdf' },
			},
			body: { text: body },
			footer: { text: 'Lucky Shrub: Your gateway to succulents!™' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'change-button', title: 'Change' } },
					{ type: 'reply', reply: { id: 'cancel-button', title: 'Cancel' } },
					{ type: 'reply', reply: { id: 'keep-button', title: '👍 Keep it' } },
				],
			},
		}),
	},
	{
		name: 'with Direct Send and buttons of both kinds',
		parameters: {
			to,
			body,
			buttons: {
				button: Array.from({ length: 8 }, (_, index) => ({ title: `Slot ${index + 1}` })),
			},
			options: {
				directSend: { settings: {} },
				urlButtons: {
					button: [
						{ buttonText: 'Track', buttonUrl: 'https://example.com/track' },
						{ buttonText: 'Help', buttonUrl: 'https://example.com/help' },
					],
				},
			},
		},
		request: interactiveMessage(
			{
				type: 'button',
				body: { text: body },
				action: {
					buttons: [
						{
							type: 'cta_url',
							cta_url: { display_text: 'Track', url: 'https://example.com/track' },
						},
						{ type: 'cta_url', cta_url: { display_text: 'Help', url: 'https://example.com/help' } },
						...Array.from({ length: 8 }, (_, index) => ({
							type: 'reply',
							reply: { id: `Slot ${index + 1}`, title: `Slot ${index + 1}` },
						})),
					],
				},
			},
			{ category: 'utility' },
		),
	},
	{
		name: 'with Direct Send and URL buttons only',
		parameters: {
			to,
			body,
			options: {
				directSend: { settings: {} },
				urlButtons: {
					button: [{ buttonText: 'Track', buttonUrl: 'https://example.com/track' }],
				},
			},
		},
		request: interactiveMessage(
			{
				type: 'button',
				body: { text: body },
				action: {
					buttons: [
						{
							type: 'cta_url',
							cta_url: { display_text: 'Track', url: 'https://example.com/track' },
						},
					],
				},
			},
			{ category: 'utility' },
		),
	},
	{
		name: 'with a text header',
		parameters: {
			to,
			body,
			buttons,
			options: { header: { header: { headerText: 'Reminder' } } },
		},
		request: interactiveMessage({ ...button, header: { type: 'text', text: 'Reminder' } }),
	},
	...['5 * 3 * 2', 'Sale* 🌻', 'order_id_4711', '~ 12:00 ~', '**'].map((headerText) => ({
		name: `with characters in the header that format nothing: ${headerText}`,
		parameters: {
			to,
			body,
			buttons,
			options: { header: { header: { headerText } } },
		},
		request: interactiveMessage({ ...button, header: { type: 'text', text: headerText } }),
	})),
	{
		name: 'with an image header from binary data',
		parameters: {
			to,
			body,
			buttons,
			options: { header: { header: { headerType: 'image' } } },
		},
		binary: { data: files.jpeg },
		request: interactiveMessage({
			...button,
			header: { type: 'image', image: { id: "<ID of the uploaded binary 'data'>" } },
		}),
	},
	{
		name: 'with a document header from binary data, which keeps its name',
		parameters: {
			to,
			body,
			buttons,
			options: { header: { header: { headerType: 'document' } } },
		},
		binary: { data: files.pdf },
		request: interactiveMessage({
			...button,
			header: {
				type: 'document',
				document: { id: "<ID of the uploaded binary 'data'>", filename: 'document.pdf' },
			},
		}),
	},
	{
		name: 'with a video header by media ID',
		parameters: {
			to,
			body,
			buttons,
			options: {
				header: {
					header: { headerType: 'video', mediaSource: 'id', mediaId: '1037543291543636' },
				},
			},
		},
		request: interactiveMessage({
			...button,
			header: { type: 'video', video: { id: '1037543291543636' } },
		}),
	},
	{
		name: 'to a business-scoped user ID',
		parameters: { to: business.customers[0].userId, body, buttons },
		request: interactiveMessage(button, {
			to: undefined,
			recipient: business.customers[0].userId,
		}),
	},
	{
		name: 'ID without the spaces around it',
		parameters: { to, body, buttons: { button: [{ title: 'Change', id: ' change ' }] } },
		request: interactiveMessage({
			...button,
			action: { buttons: [{ type: 'reply', reply: { id: 'change', title: 'Change' } }] },
		}),
	},
	...[
		{ specifyValues: 'template', templateValues: { value: {} } },
		{ specifyValues: 'json', components: '[]' },
	].map(({ specifyValues, ...values }) => ({
		name: `with a template for a closed window, whose values (${specifyValues}) are its own`,
		parameters: {
			to,
			body,
			buttons,
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'name', value: 'hello_world' },
			languageCode: 'en_US',
			specifyValues,
			...values,
			options: {
				header: { header: { headerText: 'Reminder' } },
				footer: 'Lucky Shrub',
			},
		},
		request: interactiveMessage({
			...button,
			header: { type: 'text', text: 'Reminder' },
			footer: { text: 'Lucky Shrub' },
		}),
		substitute: {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to,
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		},
	})),
	{
		name: 'buttons from data',
		parameters: {
			to,
			body,
			specifyButtons: 'data',
			buttonsData: JSON.stringify(['Change', { label: 'Cancel', value: 'cancel-42' }]),
		},
		request: interactiveMessage({
			type: 'button',
			body: { text: body },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'Change', title: 'Change' } },
					{ type: 'reply', reply: { id: 'cancel-42', title: 'Cancel' } },
				],
			},
		}),
	},
	{
		name: 'as a list because there are too many',
		parameters: {
			to,
			body,
			specifyButtons: 'data',
			buttonsData: ['S', 'M', 'L', 'XL'],
			options: {
				listIfNeeded: true,
				header: { header: { headerType: 'text', headerText: 'Size' } },
			},
		},
		request: interactiveMessage({
			type: 'list',
			header: { type: 'text', text: 'Size' },
			body: { text: body },
			action: {
				button: 'Choose',
				sections: [{ rows: ['S', 'M', 'L', 'XL'].map((title) => ({ id: title, title })) }],
			},
		}),
	},
	{
		name: 'as a list because a title is too long',
		parameters: {
			to,
			body,
			buttons: { button: [{ title: 'Tomorrow in the morning', id: 'am' }] },
			options: { listIfNeeded: true, listButtonLabel: 'When' },
		},
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: {
				button: 'When',
				sections: [{ rows: [{ id: 'am', title: 'Tomorrow in the morning' }] }],
			},
		}),
	},
	{
		name: 'as buttons because they fit',
		parameters: { to, body, buttons, options: { listIfNeeded: true } },
		request: interactiveMessage({
			type: 'button',
			body: { text: body },
			action: { buttons: [{ type: 'reply', reply: { id: 'Change', title: 'Change' } }] },
		}),
	},
	{
		name: 'example: reply button',
		example: 'Send Reply Button',
		parameters: {
			to,
			body: '<BUTTON_TEXT>',
			buttons: {
				button: [
					{ title: '<BUTTON_TITLE_1>', id: '<UNIQUE_BUTTON_ID_1>' },
					{ title: '<BUTTON_TITLE_2>', id: '<UNIQUE_BUTTON_ID_2>' },
				],
			},
		},
		request: interactiveMessage({
			type: 'button',
			body: { text: '<BUTTON_TEXT>' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: '<UNIQUE_BUTTON_ID_1>', title: '<BUTTON_TITLE_1>' } },
					{ type: 'reply', reply: { id: '<UNIQUE_BUTTON_ID_2>', title: '<BUTTON_TITLE_2>' } },
				],
			},
		}),
	},
];

const withHeader = (header: { [key: string]: string }) => ({
	to,
	body,
	buttons,
	options: { header: { header } },
});

export const rejected: RejectedCase[] = [
	{
		name: 'an image above what becomes a list',
		parameters: {
			to,
			body,
			buttons: { button: [{ title: 'Tomorrow in the morning' }] },
			options: {
				listIfNeeded: true,
				header: { header: { headerType: 'image', mediaSource: 'id', mediaId: '1' } },
			},
		},
		message: /^'Header' contains a file \(image\), but the buttons do not fit/,
	},
	{
		name: 'eleven buttons, which no list takes either',
		parameters: {
			to,
			body,
			specifyButtons: 'data',
			buttonsData: Array.from({ length: 11 }, (_, index) => index),
			options: { listIfNeeded: true },
		},
		message: /^'Buttons Data' has 11 entries/,
	},
	{
		name: 'four buttons from data',
		parameters: { to, body, specifyButtons: 'data', buttonsData: ['S', 'M', 'L', 'XL'] },
		message: /^'Buttons Data' has 4 entries/,
	},
	{ name: 'a missing body', parameters: { to, buttons }, message: /'Text' is empty/ },
	{
		name: 'a body that is too long',
		parameters: { to, body: 'x'.repeat(1025), buttons },
		message: /'Text' has 1025 characters/,
	},
	{ name: 'a missing button', parameters: { to, body }, message: /'Buttons' is empty/ },
	{
		name: 'four buttons',
		parameters: {
			to,
			body,
			buttons: { button: [{ title: '1' }, { title: '2' }, { title: '3' }, { title: '4' }] },
		},
		message: /'Buttons' has 4 entries/,
	},
	{
		name: 'a button without title',
		parameters: { to, body, buttons: { button: [{ title: 'A' }, { title: '' }] } },
		message: /'Button 2 → Title' is empty/,
	},
	{
		name: 'a button title that is too long',
		parameters: { to, body, buttons: { button: [{ title: 'x'.repeat(21) }] } },
		message: /'Button 1 → Title' has 21 characters/,
	},
	{
		name: 'a button ID that is too long',
		parameters: { to, body, buttons: { button: [{ title: 'A', id: 'x'.repeat(257) }] } },
		message: /'Button 1 → ID' has 257 characters/,
	},
	{
		name: 'the same title twice',
		parameters: {
			to,
			body,
			buttons: {
				button: [
					{ title: 'A', id: '1' },
					{ title: 'A', id: '2' },
				],
			},
		},
		message: /'Button 2 → Title' is the same as in an earlier entry/,
	},
	{
		name: 'the same ID twice, once derived from the title',
		parameters: { to, body, buttons: { button: [{ title: 'A' }, { title: 'B', id: 'A' }] } },
		message: /'Button 2 → ID' is the same as in an earlier entry/,
	},
	{
		name: 'an empty text header',
		parameters: withHeader({ headerType: 'text' }),
		message: /'Header Text' is empty/,
	},
	{
		name: 'a text header that is too long',
		parameters: withHeader({ headerText: 'x'.repeat(61) }),
		message: /'Header Text' has 61 characters/,
	},
	...['*Reminder*', 'Your _new_ appointment', '~12:00~ 13:00', '`A-4711`'].map((headerText) => ({
		name: `a text header with formatting: ${headerText}`,
		parameters: withHeader({ headerText }),
		message: /^'Header Text' has formatting$/,
	})),
	{
		name: 'URL buttons without Direct Send',
		parameters: {
			to,
			body,
			buttons,
			options: {
				urlButtons: { button: [{ buttonText: 'Track', buttonUrl: 'https://example.com' }] },
			},
		},
		message: /^'URL Buttons' are set, but the message is not sent with Direct Send$/,
	},
	{
		name: 'three URL buttons',
		parameters: {
			to,
			body,
			buttons,
			options: {
				directSend: { settings: {} },
				urlButtons: {
					button: ['A', 'B', 'C'].map((buttonText) => ({
						buttonText,
						buttonUrl: 'https://example.com',
					})),
				},
			},
		},
		message: /^'URL Buttons' has 3 entries$/,
	},
	{
		name: 'more than ten buttons with Direct Send',
		parameters: {
			to,
			body,
			buttons: { button: Array.from({ length: 10 }, (_, index) => ({ title: `Slot ${index}` })) },
			options: {
				directSend: { settings: {} },
				urlButtons: { button: [{ buttonText: 'Track', buttonUrl: 'https://example.com' }] },
			},
		},
		message: /^'Buttons' has 10 entries$/,
	},
	{
		name: 'no button with Direct Send',
		parameters: { to, body, options: { directSend: { settings: {} } } },
		message: /^'Buttons' is empty$/,
	},
	{
		name: 'a header type that does not exist',
		parameters: withHeader({ headerType: 'audio' }),
		message: /'Header Type' has a value that does not exist/,
	},
	{
		name: 'an image header with a file of another type',
		parameters: withHeader({ headerType: 'image' }),
		binary: { data: files.pdf },
		message: /'Input Binary Field' contains a file of the type application\/pdf/,
	},
	{
		name: 'a footer that is too long',
		parameters: { to, body, buttons, options: { footer: 'x'.repeat(61) } },
		message: /'Footer' has 61 characters/,
	},
];

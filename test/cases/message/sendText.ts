import type { INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to: '+1 650 555 1234', text: 'Hello' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			to: '+16505551234',
			text: 'As requested: https://example.com',
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			options: {
				linkPreview: true,
				replyToMessageId: ' wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC ',
				callbackData: 'order-4711',
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
				biz_opaque_callback_data: 'order-4711',
				type: 'text',
				text: { body: 'As requested: https://example.com', preview_url: true },
			},
		},
	},
	{
		name: 'with the identity check',
		parameters: {
			to: '+16505551234',
			text: 'Your latest statement is attached.',
			options: { recipientIdentityKeyHash: ' DF2lS5v2W6x= ' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				recipient_identity_key_hash: 'DF2lS5v2W6x=',
				type: 'text',
				text: { body: 'Your latest statement is attached.' },
			},
		},
	},
	{
		name: 'with Direct Send, which needs no open window',
		parameters: {
			to: '+16505551234',
			text: 'Your order has been shipped.',
			ifWindowClosed: 'fail',
			options: { directSend: { settings: {} } },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Your order has been shipped.' },
				category: 'utility',
			},
		},
	},
	{
		name: 'with Direct Send that was added and left empty',
		parameters: {
			to: '+16505551234',
			text: 'Your order has been shipped.',
			options: { directSend: {} },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Your order has been shipped.' },
				category: 'utility',
			},
		},
	},
	{
		name: 'with Direct Send, a lifetime and a template of its own',
		parameters: {
			to: '+16505551234',
			text: 'Your order has been shipped.',
			options: {
				linkPreview: false,
				directSend: {
					settings: { category: 'utility', ttlSeconds: '600', templateName: 'order_shipped' },
				},
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Your order has been shipped.' },
				category: 'utility',
				ttl_seconds: 600,
				direct_send_config: { template_name: 'order_shipped' },
			},
		},
	},
	{
		name: 'a code with Direct Send',
		parameters: {
			to: '+16505551234',
			text: '123456 is your code.',
			options: { directSend: { settings: { category: 'authentication', ttlSeconds: '900' } } },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: '123456 is your code.' },
				category: 'authentication',
				ttl_seconds: 900,
			},
		},
	},
	{
		name: 'with Direct Send, split into texts that it takes',
		parameters: {
			to: '+16505551234',
			text: `${'a'.repeat(1000)}\n\n${'b'.repeat(1000)}`,
			options: { directSend: { settings: {} }, splitLongTexts: true },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'a'.repeat(1000) },
				category: 'utility',
			},
		},
		following: [
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'b'.repeat(1000) },
				category: 'utility',
			},
		],
	},
	{
		name: 'with a template for a closed window',
		parameters: {
			to: '+16505551234',
			text: 'Your order is on its way',
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
			templateValues: {
				mappingMode: 'defineBelow',
				value: { 'body.1': 'Pablo', 'body.2': '860198-230332', 'body.3': 'May 17, 2026' },
			},
			options: { callbackData: 'order-4711' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				biz_opaque_callback_data: 'order-4711',
				type: 'text',
				text: { body: 'Your order is on its way' },
			},
		},
		substitute: {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+16505551234',
			biz_opaque_callback_data: 'order-4711',
			type: 'template',
			template: {
				name: 'order_confirmation',
				language: { code: 'en_US' },
				components: [
					{
						type: 'body',
						parameters: [
							{ type: 'text', text: 'Pablo' },
							{ type: 'text', text: '860198-230332' },
							{ type: 'text', text: 'May 17, 2026' },
						],
					},
				],
			},
		},
	},
	{
		name: 'to a group, which has no window',
		parameters: {
			text: 'Hello',
			recipientType: 'group',
			groupId: { __rl: true, mode: 'id', value: business.group.id },
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'group',
				to: business.group.id,
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	},
	{
		name: 'with a text in Markdown',
		parameters: {
			to: '+16505551234',
			text: '# Ferns\n\n**Boston fern**, 5\\*: [our shop](https://example.com)\n\n* ~~20 €~~ 15 €',
			options: { textIsMarkdown: true },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: {
					body: '*Ferns*\n\n*Boston fern*, 5\u2060*\u2060: our shop (https://example.com)\n\n- ~20 €~ 15 €',
				},
			},
		},
	},
	{
		name: 'with a long text in several messages',
		parameters: {
			to: '+16505551234',
			text: `${'a'.repeat(3000)}\n\n${'b'.repeat(3000)}`,
			options: {
				splitLongTexts: true,
				linkPreview: true,
				replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
				callbackData: 'order-4711',
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
				biz_opaque_callback_data: 'order-4711',
				type: 'text',
				text: { body: 'a'.repeat(3000), preview_url: true },
			},
		},
		following: [
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				biz_opaque_callback_data: 'order-4711',
				type: 'text',
				text: { body: 'b'.repeat(3000) },
			},
		],
	},
	{
		name: 'with the option for the sender that older workflows have',
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			options: {
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	},
	{
		name: 'to a business-scoped user ID',
		parameters: { to: 'US.13491208655302741918', text: 'Hello' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				recipient: 'US.13491208655302741918',
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	},
	{
		name: 'to a group',
		parameters: { recipientType: 'group', groupId: business.group.id, text: 'Hello all' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'group',
				to: business.group.id,
				type: 'text',
				text: { body: 'Hello all' },
			},
		},
	},
	{
		name: 'example: text message',
		example: 'Send Text Message',
		parameters: {
			to: '+16505551234',
			text: 'text-message-content',
			options: { linkPreview: false },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'text-message-content', preview_url: false },
			},
		},
	},
	{
		name: 'example: with preview URL',
		example: 'Send Text Message with Preview URL',
		parameters: {
			to: '+16505551234',
			text: 'Please visit https://youtu.be/hpltvTEiRrY.',
			options: { linkPreview: true, omittedKeys: ['recipient_type', 'type'] },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				to: '+16505551234',
				text: { body: 'Please visit https://youtu.be/hpltvTEiRrY.', preview_url: true },
			},
		},
	},
	{
		name: 'example: reply',
		example: 'Send Reply to Text Message',
		parameters: {
			to: '+16505551234',
			text: 'Sure',
			options: { linkPreview: false, replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
				type: 'text',
				text: { body: 'Sure', preview_url: false },
			},
		},
	},
];

/** Messages with Direct Send: name, its settings, the error, and what else differs. */
function directSend(
	...entries: Array<
		[name: string, settings: INodeParameters, message: RegExp, more?: INodeParameters]
	>
): RejectedCase[] {
	return entries.map(([name, settings, message, more]) => ({
		name,
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			...more,
			options: { directSend: { settings } },
		},
		message,
	}));
}

export const rejected: RejectedCase[] = [
	{
		name: 'a link preview with Direct Send, which shows none',
		parameters: {
			to: '+16505551234',
			text: 'https://example.com',
			options: { linkPreview: true, directSend: { settings: {} } },
		},
		message: /'Link Preview' is on, but messages with 'Direct Send' show no preview$/,
	},
	{
		name: 'a number without its country code',
		parameters: { to: '5512345678', text: 'Hello' },
		message: /^'To' can be read as \+5512345678, which does not exist in Brazil, or as/,
	},
	{
		name: 'a number as it is written in Brazil',
		parameters: { to: '(11) 98765-4321', text: 'Hello' },
		message: /^'To' looks like a number without its country code/,
	},
	{
		name: 'a group of other WhatsApp software',
		parameters: { to: '120363041234567890@g.us', text: 'Hello' },
		message: /^'To' is not a phone number but the ID of a group/,
	},
	{
		name: 'a missing text',
		parameters: { to: '+16505551234', text: '' },
		message: /'Text' is empty/,
	},
	...[null, ''].map((value) => ({
		name: `a sender by ID that is empty: ${value}`,
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			sender: { __rl: true, mode: 'id', value },
		},
		message: /'Sender' is empty/,
	})),
	{
		name: 'a text that is too long',
		parameters: { to: '+16505551234', text: 'x'.repeat(4097) },
		message: /'Text' has 4097 characters/,
	},
	{
		name: 'a text in Markdown that is too long in WhatsApp',
		parameters: {
			to: '+16505551234',
			text: `${'a'.repeat(2047)}\n\n\n${'b'.repeat(2047)}!`,
			options: { textIsMarkdown: true },
		},
		message: /'Text' has 4097 characters/,
	},
	{ name: 'a missing recipient', parameters: { to: '', text: 'Hello' }, message: /'To' is empty/ },
	{
		name: 'a number without country code',
		parameters: { to: '0171 1234567', text: 'Hello' },
		message: /'To' has no country code/,
	},
	{
		name: 'callback data that is too long',
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			options: { callbackData: 'x'.repeat(513) },
		},
		message: /'Callback Data' has 513 characters/,
	},
	...directSend(
		[
			'a text that is too long for Direct Send',
			{},
			/^'Text' has 1025 characters$/,
			{ text: 'x'.repeat(1025) },
		],
		[
			'a lifetime that is too short',
			{ ttlSeconds: '29' },
			/'Lifetime \(Seconds\)' is out of range$/,
		],
		[
			'a lifetime that is too long for a code',
			{ category: 'authentication', ttlSeconds: '901' },
			/'Lifetime \(Seconds\)' is out of range$/,
		],
		[
			'a category that does not exist',
			{ category: 'marketing' },
			/'Category' has a value that does not exist/,
		],
		[
			'a template name with capitals',
			{ templateName: 'Order' },
			/'Template Name' has the wrong format$/,
		],
		[
			'a template name for a code',
			{ category: 'authentication', templateName: 'code' },
			/'Template Name' is set, but 'Category' is 'Authentication'$/,
		],
		[
			'a code to a user ID',
			{ category: 'authentication' },
			/'Category' is 'Authentication', but the recipient is a business-scoped user ID$/,
			{ to: 'US.13491208655302741918' },
		],
		[
			'Direct Send to a group',
			{},
			/^'Direct Send' is on, but the recipient is a group$/,
			{ recipientType: 'group', groupId: business.group.id },
		],
	),
	{
		name: 'the identity check of a group',
		parameters: {
			text: 'Hello',
			recipientType: 'group',
			groupId: business.group.id,
			options: { recipientIdentityKeyHash: 'DF2lS5v2W6x=' },
		},
		message: /^'Recipient Identity Key Hash' is set, but the recipient is a group$/,
	},
	{
		name: 'a missing template for a closed window',
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			ifWindowClosed: 'template',
		},
		message: /'Template' is empty/,
	},
	{
		name: 'a template for a closed window without its language',
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'name', value: 'hello_world' },
		},
		message: /'Language Code' is empty/,
	},
	{
		name: 'an unknown choice for a closed window',
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			ifWindowClosed: 'wait',
		},
		message: /'If the Window Is Closed' has a value that does not exist/,
	},
	{
		name: 'a way to give values that only Send Template has',
		parameters: {
			to: '+16505551234',
			text: 'Hello',
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
			specifyValues: 'fields',
		},
		message: /'Specify Values' has a value that does not exist/,
	},
];

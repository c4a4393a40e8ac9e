import type { IDataObject } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;
const to = '+16505551234';
const envelope = {
	...{ messaging_product: 'whatsapp', recipient_type: 'individual', to },
	biz_opaque_callback_data: '<token of the question>',
};

const choices = (...titles: string[]) => ({ choice: titles.map((title) => ({ title })) });

const delivery = { to, responseType: 'delivery' };
const sent = {
	...{ messaging_product: 'whatsapp', recipient_type: 'individual', to },
	biz_opaque_callback_data: '<token of the question>',
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, message: 'Shall we deliver order 4711 tomorrow?' },
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'button',
					body: { text: 'Shall we deliver order 4711 tomorrow?' },
					action: {
						buttons: [
							{ type: 'reply', reply: { id: '<token of choice 0>', title: 'Approve' } },
							{ type: 'reply', reply: { id: '<token of choice 1>', title: 'Decline' } },
						],
					},
				},
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			to,
			message: 'When shall we come?',
			responseType: 'choice',
			choices: {
				choice: [
					{ title: 'Morning', value: 'am', description: 'Between 8 and 12' },
					{ title: 'Afternoon', value: 'pm', description: 'Between 12 and 18' },
				],
			},
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			options: {
				footer: 'Lucky Shrub',
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'days' },
				},
				listButtonLabel: 'Times',
				replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				...envelope,
				context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
				type: 'interactive',
				interactive: {
					type: 'list',
					body: { text: 'When shall we come?' },
					footer: { text: 'Lucky Shrub' },
					action: {
						button: 'Times',
						sections: [
							{
								rows: [
									{
										id: '<token of choice 0>',
										title: 'Morning',
										description: 'Between 8 and 12',
									},
									{
										id: '<token of choice 1>',
										title: 'Afternoon',
										description: 'Between 12 and 18',
									},
								],
							},
						],
					},
				},
			},
		},
	},
	{
		name: 'approve only, with a label',
		parameters: {
			to,
			message: 'Have you read the terms?',
			approvalOptions: { values: { approvalType: 'single', approveLabel: 'Yes' } },
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'button',
					body: { text: 'Have you read the terms?' },
					action: {
						buttons: [{ type: 'reply', reply: { id: '<token of choice 0>', title: 'Yes' } }],
					},
				},
			},
		},
	},
	{
		name: 'few and short choices are buttons',
		parameters: {
			to,
			message: 'Which size?',
			responseType: 'choice',
			choices: choices('S', 'M', 'L'),
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'button',
					body: { text: 'Which size?' },
					action: {
						buttons: ['S', 'M', 'L'].map((title, index) => ({
							type: 'reply',
							reply: { id: `<token of choice ${index}>`, title },
						})),
					},
				},
			},
		},
	},
	{
		name: 'a title too long for a button makes a list',
		parameters: {
			to,
			message: 'Which size?',
			responseType: 'choice',
			choices: choices('Small, for one person', 'Large'),
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'list',
					body: { text: 'Which size?' },
					action: {
						button: 'Choose',
						sections: [
							{
								rows: ['Small, for one person', 'Large'].map((title, index) => ({
									id: `<token of choice ${index}>`,
									title,
								})),
							},
						],
					},
				},
			},
		},
	},
	{
		name: 'choices from data',
		parameters: {
			to,
			message: 'Which size?',
			responseType: 'choice',
			specifyChoices: 'data',
			choicesData: JSON.stringify(['S', { name: 'L', value: 'large', description: 'For four' }]),
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'list',
					body: { text: 'Which size?' },
					action: {
						button: 'Choose',
						sections: [
							{
								rows: [
									{ id: '<token of choice 0>', title: 'S' },
									{ id: '<token of choice 1>', title: 'L', description: 'For four' },
								],
							},
						],
					},
				},
			},
		},
	},
	{
		name: 'free text in the chat',
		parameters: { to, message: 'Where shall we deliver?', responseType: 'freeText' },
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'text',
				text: { body: 'Where shall we deliver?' },
			},
		},
	},
	{
		name: 'approval on a web page',
		parameters: {
			to,
			message: 'Shall we deliver?',
			answerIn: 'page',
			options: { messageButtonLabel: 'Decide', footer: 'Lucky Shrub' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'cta_url',
					body: { text: 'Shall we deliver?' },
					footer: { text: 'Lucky Shrub' },
					action: {
						name: 'cta_url',
						parameters: { display_text: 'Decide', url: '<address of the answer page>' },
					},
				},
			},
		},
	},
	{
		name: 'custom form',
		parameters: {
			to,
			message: 'Please tell us about your order',
			responseType: 'customForm',
			formFields: { field: [{ label: 'Street', required: true }] },
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'interactive',
				interactive: {
					type: 'cta_url',
					body: { text: 'Please tell us about your order' },
					action: {
						name: 'cta_url',
						parameters: { display_text: 'Respond', url: '<address of the answer page>' },
					},
				},
			},
		},
	},
	{
		name: 'a template, whose buttons get their tokens when it is sent',
		parameters: {
			to,
			responseType: 'template',
			// Of another response type, before this one was chosen.
			answerIn: 'page',
			template: { __rl: true, mode: 'list', value: 'sample_issue_resolution|en_US' },
			templateValues: { mappingMode: 'defineBelow', value: { 'body.1': 'Pablo' }, schema: [] },
			options: { languagePolicy: 'deterministic' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				...envelope,
				type: 'template',
				template: {
					name: 'sample_issue_resolution',
					language: { code: 'en_US', policy: 'deterministic' },
					components: [
						{ type: 'body', parameters: [{ type: 'text', text: 'Pablo' }] },
						'<tokens of the quick-reply buttons>',
					],
				},
			},
		},
	},
	{
		name: 'the delivery of a text',
		parameters: { ...delivery, text: 'Your code is 4711' },
		request: {
			method: 'POST',
			path,
			body: { ...sent, type: 'text', text: { body: 'Your code is 4711' } },
		},
	},
	{
		name: 'the delivery of a template, from another number',
		parameters: {
			...delivery,
			deliveryMessage: 'sendTemplate',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				...sent,
				type: 'template',
				template: { name: 'hello_world', language: { code: 'en_US' } },
			},
		},
	},
	{
		name: 'the delivery of a text, with a template for a closed window',
		parameters: {
			...delivery,
			text: 'Your code is 4711',
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
		},
		request: {
			method: 'POST',
			path,
			body: { ...sent, type: 'text', text: { body: 'Your code is 4711' } },
		},
		substitute: {
			...sent,
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		},
	},
	{
		name: 'the delivery of a payload',
		parameters: {
			responseType: 'delivery',
			deliveryMessage: 'sendPayload',
			payload: `{ "to": "${to}", "type": "text", "text": { "body": "Hello" } }`,
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				to,
				type: 'text',
				text: { body: 'Hello' },
				biz_opaque_callback_data: '<token of the question>',
			},
		},
	},
];

const who = {
	answered: true,
	from: '16505551234',
	userId: 'US.13491208655302741918',
	profileName: 'Pablo Morales',
	messageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
	answeredAt: '2026-11-20T09:30:00.000Z',
};

const message = {
	...{ to: '16505551234', text: 'Your code is 4711', status: 'accepted' },
	messageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
	phoneNumberId: '106540352242922',
};

export const replied: IDataObject[] = [
	{ data: { approved: true }, text: 'Approve', ...who },
	{ data: { choice: 'am' }, text: 'Morning', ...who },
	{
		data: {
			text: 'Here',
			type: 'image',
			media: { id: '1339522734477770', mimeType: 'image/jpeg', fileName: null },
		},
		text: 'Here',
		...who,
	},
	{
		data: {
			text: 'Our address',
			type: 'document',
			media: { id: '1339522734477771', mimeType: 'application/pdf', fileName: 'address.pdf' },
		},
		text: 'Our address',
		...who,
	},
	{
		...message,
		delivery: {
			...{ status: 'delivered', delivered: true, read: false, error: null },
			at: '2026-11-20T09:30:00.000Z',
		},
	},
	{
		...message,
		delivery: {
			...{ status: 'failed', delivered: false, read: false, at: '2026-11-20T09:30:00.000Z' },
			error: {
				message: 'The recipient cannot receive this message.',
				description: 'Check the number.',
				documentation: 'https://example.com',
				outcome: 'notAccepted',
				safeToSendAgain: true,
				code: 131026,
				details: 'Message undeliverable',
			},
		},
	},
];

const asked = { to, message: 'Shall we?' };

export const rejected: RejectedCase[] = [
	{ name: 'a delivery without a text', parameters: { ...delivery }, message: /'Text' is empty/ },
	{
		name: 'a delivery without a time limit',
		parameters: { ...delivery, text: 'Hello', timeLimit: '' },
		message: /'Time Limit' is empty/,
	},
	{
		name: 'a payload for a group',
		parameters: {
			responseType: 'delivery',
			deliveryMessage: 'sendPayload',
			payload: '{ "recipient_type": "group", "to": "g", "type": "text", "text": { "body": "Hi" } }',
		},
		message: /'Payload' is for a group/,
	},
	{
		name: 'a payload that is no message',
		parameters: {
			responseType: 'delivery',
			deliveryMessage: 'sendPayload',
			payload: '{ "status": "read", "message_id": "wamid.1" }',
		},
		message: /'Payload' needs a recipient/,
	},
	{
		name: 'a missing template',
		parameters: { to, responseType: 'template' },
		message: /'Template' is empty/,
	},
	{
		name: 'a payload for a button of the template',
		parameters: {
			to,
			responseType: 'template',
			template: { __rl: true, mode: 'list', value: 'sample_issue_resolution|en_US' },
			specifyValues: 'fields',
			buttons: { button: [{ buttonType: 'quickReply', index: 0, payload: 'yes' }] },
		},
		message: /'Payload' is set for a quick-reply button/,
	},
	{ name: 'a missing message', parameters: { to, message: '' }, message: /'Text' is empty/ },
	{ name: 'a missing recipient', parameters: { message: 'Shall we?' }, message: /'To' is empty/ },
	{
		name: 'a message that is too long for buttons',
		parameters: { to, message: 'x'.repeat(1025) },
		message: /'Text' has 1025 characters/,
	},
	{
		name: 'a message that is too long for a text',
		parameters: { to, message: 'x'.repeat(4097), responseType: 'freeText' },
		message: /'Text' has 4097 characters/,
	},
	{
		name: 'a button label that is too long',
		parameters: { ...asked, approvalOptions: { values: { approveLabel: 'x'.repeat(21) } } },
		message: /'Approve Button Label' has 21 characters/,
	},
	{
		name: 'two equal labels',
		parameters: { ...asked, approvalOptions: { values: { approveLabel: 'Decline' } } },
		message: /'Decline Button Label' is the same/,
	},
	{
		name: 'missing choices',
		parameters: { ...asked, responseType: 'choice' },
		message: /'Choices' is empty/,
	},
	{
		name: 'too many choices',
		parameters: { ...asked, responseType: 'choice', choices: choices(...'abcdefghijk') },
		message: /'Choices' has 11 entries/,
	},
	{
		name: 'two equal choices',
		parameters: { ...asked, responseType: 'choice', choices: choices('Yes', 'Yes') },
		message: /'Choice 2 → Title' is the same/,
	},
	{
		name: 'a choice that is too long',
		parameters: { ...asked, responseType: 'choice', choices: choices('x'.repeat(25)) },
		message: /'Choice 1 → Title' has 25 characters/,
	},
	{
		name: 'a footer that is too long',
		parameters: { ...asked, options: { footer: 'x'.repeat(61) } },
		message: /'Footer' has 61 characters/,
	},
	{
		name: 'a link label that is too long',
		parameters: {
			...asked,
			answerIn: 'page',
			options: { messageButtonLabel: 'x'.repeat(21) },
		},
		message: /'Message Button Label' has 21 characters/,
	},
	{
		name: 'a form without fields',
		parameters: { ...asked, responseType: 'customForm' },
		message: /'Form Fields' is empty/,
	},
	{
		name: 'two fields of the same name',
		parameters: {
			...asked,
			responseType: 'customForm',
			formFields: { field: [{ label: 'Street' }, { label: 'Street' }] },
		},
		message: /'Field 2 → Label' is the same/,
	},
	{
		name: 'a dropdown without choices',
		parameters: {
			...asked,
			responseType: 'customForm',
			formFields: { field: [{ label: 'Time', fieldType: 'dropdown' }] },
		},
		message: /'Field 1 → Choices' is empty/,
	},
	{
		name: 'a time limit in the past',
		parameters: {
			...asked,
			options: {
				limitWaitTime: {
					values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00' },
				},
			},
		},
		message: /'Max Date and Time' is in the past/,
	},
	{
		name: 'a time limit without a time',
		parameters: {
			...asked,
			options: { limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime: '' } } },
		},
		message: /'Max Date and Time' is empty/,
	},
	{
		name: 'a negative time limit',
		parameters: {
			...asked,
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: -1, resumeUnit: 'hours' },
				},
			},
		},
		message: /'Amount' is out of range/,
	},
];

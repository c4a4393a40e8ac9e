import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Operation, OperationRequest, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { approvalOptions, readApproval } from '../../sendAndWait/approvalOptions';
import { choicesField, fitOnButtons, readChoices } from '../../sendAndWait/choices';
import type { DescribedChoice } from '../../sendAndWait/choices';
import { formFields, readFormFields } from '../../sendAndWait/formFields';
import type { FormField } from '../../sendAndWait/formFields';
import { ReplyPage, ReplyToken } from '../../sendAndWait/placeholders';
import type { PageTexts, ResponseType } from '../../sendAndWait/question';
import { limitWaitTime, readWaitLimit } from '../../sendAndWait/waitLimit';
import { limits } from '../../../shared/limits';
import { messageRequest, replyToField } from './messageRequest';
import { notice } from '../../../shared/notice';
import { optionsField } from '../../fields/options';
import { personField } from '../../fields/recipient';
import { senderField } from '../../../shared/phoneNumberId';
import { sendingFields } from '../../run/sendingOptions';

const listButton = 'Choose';
const messageButton = 'Respond';
const pageTitle = 'Your answer';
const pageButton = 'Send';
const thanks = 'Thank you, your answer has arrived. You can close this page.';

const aboutWindow = notice(
	'windowNotice',
	'WhatsApp delivers this only within 24 hours of the last message from the recipient. At any other time, send a template first and ask when they answer.',
);

const fields: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Shall we deliver order 4711 tomorrow?',
		description: `What is asked, at most ${limits.interactiveBody} characters, or ${limits.textBody} when the answer is written in the chat`,
	},
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'The recipient approves or declines with one tap',
			},
			{
				name: 'Choice',
				value: 'choice',
				description: `The recipient picks one of up to ${limits.listRows} answers`,
			},
			{
				name: 'Custom Form',
				value: 'customForm',
				description: 'The recipient fills in a form on a web page that the message links to',
			},
			{ name: 'Free Text', value: 'freeText', description: 'The recipient writes the answer' },
		],
		default: 'approval',
		description: 'What kind of answer the workflow waits for',
	},
	{
		displayName: 'Answer In',
		name: 'answerIn',
		type: 'options',
		displayOptions: { show: { responseType: ['approval', 'choice', 'freeText'] } },
		options: [
			{
				name: 'Chat',
				value: 'chat',
				description: 'The recipient taps a button or writes a message in WhatsApp',
			},
			{
				name: 'Web Page',
				value: 'page',
				description: 'The message has a button that opens a page of this n8n',
			},
		],
		default: 'chat',
		description: 'Where the recipient answers',
	},
	{
		...notice(
			'chatNotice',
			"The answer comes in through a published workflow that begins with 'WhatsApp Business Trigger', has the event 'Message' and receives the messages of the number that asks. Both credentials need the app secret.",
		),
		displayOptions: {
			show: { responseType: ['approval', 'choice', 'freeText'], answerIn: ['chat'] },
		},
	},
	{ ...approvalOptions, displayOptions: { show: { responseType: ['approval'] } } },
	{ ...choicesField, displayOptions: { show: { responseType: ['choice'] } } },
	{ ...formFields, displayOptions: { show: { responseType: ['customForm'] } } },
];

const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Your flower shop',
	description: `Small grey line below the message, at most ${limits.interactiveFooter} characters. A question that is answered by writing in the chat has none.`,
};

const options: INodeProperties[] = [
	limitWaitTime,
	footer,
	replyToField,
	senderField,
	...sendingFields,
	{
		displayName: 'List Button Label',
		name: 'listButtonLabel',
		type: 'string',
		default: listButton,
		description: `Text on the button that opens the list, when the answers don't fit on buttons. At most ${limits.buttonTitle} characters.`,
	},
	{
		displayName: 'Message Button Label',
		name: 'messageButtonLabel',
		type: 'string',
		default: messageButton,
		description: `Text on the button that opens the page, at most ${limits.buttonTitle} characters. Only for answers on a web page.`,
	},
	{
		displayName: 'Response Page Title',
		name: 'responsePageTitle',
		type: 'string',
		default: pageTitle,
		description: 'Heading of the web page. Only for answers on a web page.',
	},
	{
		displayName: 'Response Page Button Label',
		name: 'responsePageButtonLabel',
		type: 'string',
		default: pageButton,
		description: 'Text on the button that sends the form. Only for answers on a web page.',
	},
	{
		displayName: 'Response Page Thanks',
		name: 'responsePageThanks',
		type: 'string',
		default: thanks,
		description: 'What the web page says after the answer. Only for answers on a web page.',
	},
];

/**
 * n8n knows the operation by its name: it checks the links of waiting executions only for `sendAndWait`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 */
export const operation: Operation = {
	displayName: 'Send and Wait for Response',
	action: 'Send a message and wait for the response',
	description:
		'Ask a person something and wait with the rest of the workflow until the answer is there: a tap or a message in the chat, or a form on a web page. One question per execution.',
	fields: [aboutWindow, personField, ...fields, optionsField(options)],
	request(parameters, account) {
		if (isOnPage(parameters)) return pageRequest(parameters, account);
		switch (readResponseType(parameters)) {
			case 'approval':
				return buttonsRequest(parameters, account, readApproval(parameters));
			case 'choice': {
				const choices = readChoices(parameters);
				return fitOnButtons(choices)
					? buttonsRequest(parameters, account, choices)
					: listRequest(parameters, account, choices);
			}
			default:
				return textRequest(parameters, account);
		}
	},
	question(parameters) {
		const responseType = readResponseType(parameters);
		const onPage = isOnPage(parameters);
		return {
			question: {
				responseType,
				choices: choicesOf(parameters, responseType),
				page: onPage ? readPageTexts(parameters) : undefined,
				fields: onPage ? fieldsOf(parameters, responseType) : [],
			},
			waitUntil: readWaitLimit(parameters.group('options')),
		};
	},
};

function readResponseType(parameters: Parameters): ResponseType {
	return parameters.choice('responseType') as ResponseType;
}

function isOnPage(parameters: Parameters): boolean {
	return readResponseType(parameters) === 'customForm' || parameters.choice('answerIn') === 'page';
}

function choicesOf(parameters: Parameters, responseType: ResponseType) {
	if (responseType === 'approval') return readApproval(parameters);
	if (responseType !== 'choice') return [];
	return readChoices(parameters).map(({ title, value }) => ({ title, value }));
}

function fieldsOf(parameters: Parameters, responseType: ResponseType): FormField[] {
	if (responseType === 'customForm') return readFormFields(parameters);
	if (responseType !== 'freeText') return [];
	return [{ label: pageTitle, type: 'textarea', required: true, options: [] }];
}

function readPageTexts(parameters: Parameters): PageTexts {
	const page = parameters.group('options');
	return {
		title: page.optionalText('responsePageTitle') ?? pageTitle,
		text: parameters.text('message'),
		submit: page.optionalText('responsePageButtonLabel') ?? pageButton,
		thanks: page.optionalText('responsePageThanks') ?? thanks,
	};
}

function textRequest(parameters: Parameters, account: Account): OperationRequest {
	const body = parameters.text('message', { maxLength: limits.textBody });
	const request = messageRequest(parameters, account, 'text', { body });
	// A written answer carries no token. WhatsApp repeats this text in the statuses of the question, which
	// tell the trigger that an answer is waited for, on whichever machine it runs.
	return { ...request, body: { ...request.body, biz_opaque_callback_data: new ReplyToken() } };
}

function buttonsRequest(
	parameters: Parameters,
	account: Account,
	choices: readonly DescribedChoice[],
): OperationRequest {
	return interactiveRequest(parameters, account, 'button', {
		buttons: choices.map(({ title }, index) => ({
			type: 'reply',
			reply: { id: new ReplyToken(index), title },
		})),
	});
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
function listRequest(
	parameters: Parameters,
	account: Account,
	choices: readonly DescribedChoice[],
): OperationRequest {
	const rows = choices.map(({ title, description }, index) => ({
		id: new ReplyToken(index),
		title,
		description,
	}));
	return interactiveRequest(parameters, account, 'list', {
		button: buttonLabel(parameters, 'listButtonLabel', listButton),
		sections: [{ rows }],
	});
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
function pageRequest(parameters: Parameters, account: Account): OperationRequest {
	return interactiveRequest(parameters, account, 'cta_url', {
		name: 'cta_url',
		parameters: {
			display_text: buttonLabel(parameters, 'messageButtonLabel', messageButton),
			url: new ReplyPage(),
		},
	});
}

function interactiveRequest(
	parameters: Parameters,
	account: Account,
	type: string,
	action: RequestBody,
): OperationRequest {
	const rule = { maxLength: limits.interactiveFooter };
	const footerText = parameters.group('options').optionalText('footer', rule);
	return messageRequest(parameters, account, 'interactive', {
		type,
		body: { text: parameters.text('message', { maxLength: limits.interactiveBody }) },
		footer: footerText === undefined ? undefined : { text: footerText },
		action,
	});
}

function buttonLabel(parameters: Parameters, name: string, fallback: string): string {
	const rule = { maxLength: limits.buttonTitle };
	return parameters.group('options').optionalText(name, rule) ?? fallback;
}

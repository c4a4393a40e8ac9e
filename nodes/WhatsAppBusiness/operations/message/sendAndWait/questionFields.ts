import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import { notice } from '../../../../shared/notice';
import { formerSenderOption } from '../../../fields/sender';
import { approvalOptions } from '../../../sendAndWait/approvalOptions';
import { choicesFields } from '../../../sendAndWait/choices';
import { formFields } from '../../../sendAndWait/formFields';
import { limitWaitTime } from '../../../sendAndWait/waitLimit';
import { listButtonField } from '../interactive/listButton';
import { replyToField } from '../messageRequest';
import { textIsMarkdownField } from '../text/textIsMarkdown';
import { questionTemplateFields, questionTemplateOptions } from './templateFields';

export const messageButton = 'Respond';

export const pageTitle = 'Your reply';

export const pageButton = 'Send';

export const thanks = 'Thank you, your reply has arrived. You can close this page.';

export const windowNotice: INodeProperties = {
	...notice(
		'windowNotice',
		"WhatsApp delivers this only within 24 hours of the last message from the recipient. At any other time, ask with the response type 'Template Button'.",
	),
	displayOptions: { hide: { responseType: ['template', 'delivery'] } },
};

/** The response types with a field for the text. */
const writtenQuestions = ['approval', 'choice', 'customForm', 'freeText'];

const chatNotice = notice(
	'chatNotice',
	"The reply arrives through a published workflow that starts with 'WhatsApp Business Trigger', has the event 'Message' and receives the messages of the sender number. Both nodes need the same credential, or two with the same app secret or access token.",
);

/** What an execution can wait for. */
export const responseTypes: INodePropertyOptions[] = [
	{
		name: 'Approval',
		value: 'approval',
		description: 'The recipient approves or declines with one tap',
	},
	{
		name: 'Choice',
		value: 'choice',
		description: `The recipient picks one of up to ${limits.listRows} choices`,
	},
	{
		name: 'Custom Form',
		value: 'customForm',
		description: 'The recipient fills in a form on a web page that the message links to',
	},
	{
		name: 'Delivery',
		value: 'delivery',
		description: 'The message of any kind is delivered or read, or has failed',
	},
	{ name: 'Free Text', value: 'freeText', description: 'The recipient writes a reply' },
	{
		name: 'Template Button',
		value: 'template',
		description:
			'The recipient taps a button of an approved template, which you can send at any time',
	},
];

const responseTypeField: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	options: responseTypes,
	default: 'approval',
	description: 'What kind of response the workflow waits for',
};

export const questionFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'message',
		type: 'string',
		displayOptions: { show: { responseType: writtenQuestions } },
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Shall we deliver order 4711 tomorrow?',
		description: `The question, at most ${limits.interactiveBody} characters, or ${limits.textBody} if the recipient replies by writing in the chat`,
	},
	responseTypeField,
	{
		displayName: 'Reply In',
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
				description: 'The message has a button that opens a page on this n8n',
			},
		],
		default: 'chat',
		description: 'Where the recipient responds',
	},
	{
		...chatNotice,
		displayOptions: {
			show: { responseType: ['approval', 'choice', 'freeText'], answerIn: ['chat'] },
		},
	},
	{ ...chatNotice, displayOptions: { show: { responseType: ['template'] } } },
	{ ...approvalOptions, displayOptions: { show: { responseType: ['approval'] } } },
	...choicesFields({ responseType: ['choice'] }),
	{ ...formFields, displayOptions: { show: { responseType: ['customForm'] } } },
	...questionTemplateFields,
];

const footerField: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Your flower shop',
	description: `Small grey line below the message, at most ${limits.interactiveFooter} characters. Not shown if the recipient replies by writing in the chat.`,
};

export const questionOptions: INodeProperties[] = [
	...questionTemplateOptions,
	limitWaitTime,
	footerField,
	replyToField,
	textIsMarkdownField,
	formerSenderOption,
	listButtonField,
	{
		displayName: 'Message Button Label',
		name: 'messageButtonLabel',
		type: 'string',
		default: messageButton,
		description: `Text on the button that opens the page, at most ${limits.buttonTitle} characters. Only for responses on a web page.`,
	},
	{
		displayName: 'Response Page Title',
		name: 'responsePageTitle',
		type: 'string',
		default: pageTitle,
		description: 'Heading of the web page. Only for responses on a web page.',
	},
	{
		displayName: 'Response Page Button Label',
		name: 'responsePageButtonLabel',
		type: 'string',
		default: pageButton,
		description: 'Text on the button that sends the form. Only for responses on a web page.',
	},
	{
		displayName: 'Response Page Thanks',
		name: 'responsePageThanks',
		type: 'string',
		default: thanks,
		description: 'What the web page says after the response. Only for responses on a web page.',
	},
];

import type { INodeProperties } from 'n8n-workflow';

import { megabyte } from '../../shared/fileSize';
import { mediaRules } from '../../shared/mediaRules';
import { notice } from '../../shared/notice';
import { senderField } from '../../shared/phoneNumberId';
import { eventKinds, flowDataExchange } from '../events/eventKinds';
import { filtersField } from './filterFields';
import { scopeChoices } from './registrationScope';

/** What the user may set under Options. */
export interface TriggerOptions {
	acceptUnsigned?: boolean;
	downloadMedia?: boolean;
	markAsRead?: boolean;
	/** Megabytes. */
	maximumFileSize?: number;
	outputRaw?: boolean;
	separateExecutions?: boolean;
	startOnAnswers?: boolean;
	takeOver?: boolean;
	typingIndicator?: boolean;
}

/** Not `options`: n8n itself reads a field of that name, see `rawBodyField`. */
export const optionsName = 'triggerOptions';

/** Megabytes. */
export const defaultMaximumFileSize = 16;

/** Megabytes: the largest file WhatsApp lets a customer send is a document. */
const largestFile = mediaRules.document.maxBytes / megabyte;

/**
 * Makes n8n leave the body of a request alone, so that the signature is checked before anything is
 * parsed, and what isn't JSON gets the answer Meta expects instead of an entry in the log. n8n looks for
 * this value in version 1 of a node only.
 * https://github.com/n8n-io/n8n/blob/n8n%402.0.0/packages/cli/src/webhooks/webhook-helpers.ts
 */
const rawBodyField: INodeProperties = {
	displayName: 'Leave the Body to the Node',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};

export const phoneNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	name: 'phoneNumberId',
	description:
		"The number to listen on. Leave empty to use the credential's, or all numbers when the registration is for the account, the app or by hand.",
};

/** The fields of the trigger, in the order of the panel. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventKinds.map(({ name, value, description }) => ({ name, value, description })),
		default: ['messages'],
		description: 'What starts the workflow',
	},
	{
		...notice(
			'flowNotice',
			"Open 'Webhook URLs' at the top, choose 'Production URL', and enter the address that ends in /flow as the endpoint of your Flow. Meta waits 10 seconds for the answer: end the workflow with 'Encrypt Response' of the WhatsApp Business node.",
		),
		displayOptions: { show: { events: [flowDataExchange.value] } },
	},
	{
		displayName: 'Answer the Flow',
		name: 'flowAnswer',
		type: 'options',
		displayOptions: { show: { events: [flowDataExchange.value] } },
		options: [
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description: "With what 'Encrypt Response', as the last node, has put out",
			},
			{
				name: "Using 'Respond to Webhook' Node",
				value: 'responseNode',
				description:
					"As text, so that the workflow can go on afterwards. Newer versions of that node also want a node 'Webhook' before them; it may be disabled.",
			},
		],
		default: 'lastNode',
	},
	phoneNumberField,
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		options: scopeChoices,
		default: 'automatic',
		description: "Whose webhooks WhatsApp sends to this trigger's address",
	},
	{
		...notice(
			'byHandNotice',
			"Publish the workflow first. Then open 'Webhook URLs' at the top, choose 'Production URL', and enter it in the Meta app dashboard under WhatsApp → Configuration as 'Callback URL', with the text below as 'Verify Token'. Then subscribe to the webhook fields.",
		),
		displayOptions: { show: { registration: ['byHand'] } },
	},
	{
		// There is one entry only: the list shows the token, so that it can be copied, and stores nothing.
		// eslint-disable-next-line n8n-nodes-base/node-param-display-name-wrong-for-dynamic-options
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getVerifyToken' },
		displayOptions: { show: { registration: ['byHand'] } },
		default: '',
		// eslint-disable-next-line n8n-nodes-base/node-param-description-wrong-for-dynamic-options
		description:
			'Copy this text into the Meta app dashboard. It is the one in the credential, or derived from the app secret.',
	},
	filtersField,
	{
		displayName: 'Options',
		name: optionsName,
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Accept Unsigned Webhooks',
				name: 'acceptUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to work without an app secret in the credential. Nothing then tells a message of WhatsApp from a made-up one: anyone who knows the webhook address can start the workflow. Has no effect when the credential holds an app secret.',
			},
			{
				displayName: 'Download Media',
				name: 'downloadMedia',
				type: 'boolean',
				default: false,
				description: `Whether to put the file of a message into the item's binary data. Files above ${defaultMaximumFileSize} MB need the option 'Maximum File Size (MB)'; of a file that can't be downloaded, 'media.error' says why.`,
			},
			{
				displayName: 'Mark as Read',
				name: 'markAsRead',
				type: 'boolean',
				default: false,
				description: 'Whether to show the customer at once that the message was read',
			},
			{
				displayName: 'Maximum File Size (MB)',
				name: 'maximumFileSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: largestFile },
				default: defaultMaximumFileSize,
				description: `Larger files are not downloaded with 'Download Media'. WhatsApp lets customers send up to ${largestFile} MB.`,
			},
			{
				displayName: 'One Execution per Event',
				name: 'separateExecutions',
				type: 'boolean',
				default: false,
				description:
					'Whether each event gets an execution of its own. Otherwise events that WhatsApp delivers together are the items of one execution. In a test run they always are.',
			},
			{
				displayName: 'Output Raw',
				name: 'outputRaw',
				type: 'boolean',
				default: false,
				description: 'Whether to put out events exactly as WhatsApp sends them and nothing else',
			},
			{
				displayName: 'Show Typing Indicator',
				name: 'typingIndicator',
				type: 'boolean',
				default: false,
				description:
					'Whether to show the customer that you are typing, until your answer arrives or 25 seconds have passed. Marks the message as read, too.',
			},
			{
				displayName: 'Start on Awaited Answers',
				name: 'startOnAnswers',
				type: 'boolean',
				default: false,
				description:
					"Whether a message that 'Send and Wait for Response' waits for also starts this workflow. Otherwise it only makes the waiting execution go on.",
			},
			{
				displayName: 'Take Over Existing Registration',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description:
					'Whether to replace a webhook address that belongs to something else. Whatever is behind that address gets nothing any more.',
			},
		],
	},
	rawBodyField,
];

import type { INodeProperties } from 'n8n-workflow';

import { megabyte } from '../../shared/fileSize';
import { limits } from '../../shared/limits';
import { mediaRules } from '../../shared/mediaRules';
import { notice } from '../../shared/notice';
import { senderField } from '../../shared/phoneNumberId';
import { eventKinds, flowDataExchange } from '../../shared/events/eventKinds';
import { filtersField } from './filterFields';
import {
	noteOptOutsField,
	optInWordsField,
	pauseField,
	rememberTextsField,
	whilePausedField,
} from './conversationFields';
import { collectField } from './collectFields';
import type { ConversationOptions } from './conversationSettings';
import { followUpFields } from './followUpFields';
import { forwardToField } from './forwardTo';
import { kapsoBufferField, kapsoInactiveField, kapsoVersionField } from './kapsoFields';
import type { KapsoOptions } from './kapsoSettings';
import { scopeChoices } from './registrationScope';
import { textByHandField } from './textByHand';

/** The values of 'Options'. */
export interface TriggerOptions extends ConversationOptions, KapsoOptions {
	acceptUnsigned?: boolean;
	/** An expression may return any type. */
	appVerifyToken?: unknown;
	/** See `readCollectSettings`. */
	collectMessages?: unknown;
	downloadMedia?: boolean;
	/** See `readForwardTo`. */
	forwardTo?: unknown;
	/** An expression may return any type. */
	lateReplyText?: unknown;
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

/** Megabytes. The largest files that customers can send are documents. */
const largestFile = mediaRules.document.maxBytes / megabyte;

/**
 * Prevents n8n from parsing the body, so that the signature is checked first, and a body that is not JSON
 * gets the response Meta expects instead of an entry in the log. n8n reads this value only for version 1
 * of a node.
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
		"The number to receive events of. Leave empty to use the credential's number, or all numbers if the registration is for the account, for the app or by hand.",
};

export const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: eventKinds.map(({ name, value, description }) => ({ name, value, description })),
	default: ['messages'],
	description: 'What starts the workflow',
};

export const appVerifyTokenField: INodeProperties = {
	displayName: 'Verify Token of the App',
	name: 'appVerifyToken',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description:
		"The verify token of the Meta app's callback URL, if that URL is not this n8n's. The node needs it to subscribe the app to further webhook fields. The URL stays as it is.",
};

/** The fields of the trigger, in the order of the panel. */
export const fields: INodeProperties[] = [
	eventsField,
	{
		...notice(
			'flowNotice',
			"Open 'Webhook URLs' at the top, choose 'Production URL', and enter the URL that ends in /flow as the endpoint of your Flow. Meta waits 10 seconds for the response. End the workflow with 'Encrypt Response' of the WhatsApp Business node.",
		),
		displayOptions: { show: { events: [flowDataExchange.value] } },
	},
	{
		displayName: 'Respond to the Flow',
		name: 'flowAnswer',
		type: 'options',
		displayOptions: { show: { events: [flowDataExchange.value] } },
		options: [
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description: "With the output of 'Encrypt Response' as the last node",
			},
			{
				name: "Using 'Respond to Webhook' Node",
				value: 'responseNode',
				description:
					"As text. The workflow can continue afterwards. Newer versions of that node also need a 'Webhook' node before them, which may be disabled.",
			},
		],
		default: 'lastNode',
	},
	...followUpFields,
	phoneNumberField,
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		options: scopeChoices,
		default: 'automatic',
		description: 'Where the webhook URL of this trigger is registered at WhatsApp',
	},
	{
		...notice(
			'byHandNotice',
			"Publish the workflow first. Then open 'Webhook URLs' at the top, choose 'Production URL', and enter it in the Meta app dashboard under WhatsApp → Configuration as 'Callback URL', with the text below as 'Verify Token'. Then subscribe to the webhook fields. With another host, enter the URL in the settings of that host. If the host also needs a secret, the text below has it and says where to enter it.",
		),
		displayOptions: { show: { registration: ['byHand'] } },
	},
	{ ...textByHandField, displayOptions: { show: { registration: ['byHand'] } } },
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
					'Whether to work without an app secret in the credential. Anyone who knows the webhook URL can then start the workflow and reply in the name of a customer. Has no effect if the credential has an app secret or a host other than Meta.',
			},
			collectField,
			{
				displayName: 'Download Media',
				name: 'downloadMedia',
				type: 'boolean',
				default: true,
				description: `Whether to download the file of a message into the item's binary data. Files above ${defaultMaximumFileSize} MB need the option 'Maximum File Size (MB)'. If a download fails, 'media.error' says why.`,
			},
			forwardToField,
			kapsoBufferField,
			kapsoInactiveField,
			kapsoVersionField,
			{
				displayName: 'Mark as Read',
				name: 'markAsRead',
				type: 'boolean',
				default: true,
				description: 'Whether to mark the message as read at once',
			},
			{
				displayName: 'Maximum File Size (MB)',
				name: 'maximumFileSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: largestFile },
				default: defaultMaximumFileSize,
				description: `Larger files are not downloaded with 'Download Media'. WhatsApp lets customers send up to ${largestFile} MB.`,
			},
			noteOptOutsField,
			{
				displayName: 'One Execution per Event',
				name: 'separateExecutions',
				type: 'boolean',
				default: true,
				description:
					'Whether to start a separate execution for each event. Otherwise events that WhatsApp delivers together are the items of one execution, as they always are in a test run.',
			},
			{
				displayName: 'Output Raw',
				name: 'outputRaw',
				type: 'boolean',
				default: true,
				description: 'Whether to output only the event as WhatsApp sent it',
			},
			pauseField,
			rememberTextsField,
			{
				displayName: 'Show Typing Indicator',
				name: 'typingIndicator',
				type: 'boolean',
				default: true,
				description:
					'Whether to show the customer that you are typing, until your next message or for 25 seconds. Also marks the message as read.',
			},
			{
				displayName: 'Start on Awaited Replies',
				name: 'startOnAnswers',
				type: 'boolean',
				default: true,
				description:
					"Whether a message that 'Send and Wait for Response' waits for also starts this workflow, or the status of a message whose delivery it waits for. Otherwise it only resumes the waiting execution.",
			},
			{
				displayName: 'Take Over Existing Registration',
				name: 'takeOver',
				type: 'boolean',
				default: true,
				description:
					'Whether to replace a callback URL that belongs to something else. Whatever uses that URL then receives nothing.',
			},
			{
				displayName: 'Text for Late Replies',
				name: 'lateReplyText',
				type: 'string',
				default: 'This question is closed.',
				description: `What to write to a person whose tap comes too late for 'Send and Wait for Response': after its time limit, or after another reply. Sent once for each question, at most ${limits.textBody} characters.`,
			},
			appVerifyTokenField,
			whilePausedField,
			optInWordsField,
		],
	},
	rawBodyField,
];

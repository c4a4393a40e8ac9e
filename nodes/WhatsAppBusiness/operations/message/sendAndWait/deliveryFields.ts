import { join } from 'node:path';

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { notice } from '../../../../shared/notice';
import { automaticSenderField, formerSenderOption } from '../../../fields/sender';
import { loadOperation, operationsIn } from '../../../loadOperation';
import type { Operation } from '../../../operation';
import { timeLimitFields } from '../../../sendAndWait/waitLimit';
import { callbackDataField } from '../../../fields/callbackData';
import { recipientFields } from '../recipient';
import { responseTypes } from './questionFields';
import { splitLongTextsField } from '../text/splitLongTexts';

/** The operation that sends JSON, in which the recipient is. */
export const payloadOperation = 'sendPayload';

const folder = join(__dirname, '..');

/** The operations whose messages WhatsApp reports as delivered, by name. It does not for reactions. */
export const messageOperations: ReadonlyMap<string, Operation> = new Map(
	operationsIn(folder)
		// One loads the others, and the other sends several.
		.filter((name) => !['sendAndWait', 'sendSequence'].includes(name))
		.map((name) => [name, loadOperation(folder, name)] as const)
		.filter(([, { sendsMessages }]) => sendsMessages),
);

const messageOptions: INodePropertyOptions[] = [...messageOperations]
	.map(([value, { displayName, description }]) => ({
		name: displayName.replace(/^Send /, ''),
		value,
		description,
	}))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The field in which the operation is chosen. */
export const messageField = 'deliveryMessage';

export const defaultMessage = 'sendText';

/**
 * Takes the place of the field for a message where an expression gives the response type. The message may then be any, so
 * that what depends on it shows.
 */
const anyMessage: INodeProperties = {
	displayName: 'Message',
	name: messageField,
	type: 'hidden',
	default: null,
	displayOptions: { hide: { responseType: responseTypes.map(({ value }) => value) } },
};

const deliveryNotice = notice(
	'deliveryNotice',
	"The status arrives through a published workflow that starts with 'WhatsApp Business Trigger', has the event 'Message' or 'Message Status' and receives the events of the sender number. Both nodes need the same credential, or two with the same app secret or access token.",
);

/** Send and Wait has its own. A group has no status of its own. */
const ownFields = [automaticSenderField, ...recipientFields].map(({ name }) => name);

/**
 * The token with which the status finds the execution takes the place of the callback data, and an item is one message,
 * whose delivery is known.
 */
const omittedOptions = [callbackDataField, formerSenderOption, splitLongTextsField].map(
	({ name }) => name,
);

/** The fields of each operation. */
export const messageLists = [...messageOperations].map(
	([name, { fields }]) =>
		[
			name,
			fields.filter((field) => !ownFields.includes(field.name)).map(withoutOmittedOptions),
		] as const,
);

const shownFields: INodeProperties[] = [
	{
		displayName: 'Message',
		name: messageField,
		type: 'options' as const,
		noDataExpression: true,
		options: messageOptions,
		default: defaultMessage,
		description: 'What to send',
	},
	deliveryNotice,
	{
		displayName: 'Wait Until',
		name: 'awaitedStatus',
		type: 'options' as const,
		options: [
			{
				name: 'Delivered',
				value: 'delivered',
				description: 'The message has reached the phone of the recipient',
			},
			{
				name: 'Read',
				value: 'read',
				description:
					'The recipient has read the message. WhatsApp does not report it for people who have turned read receipts off.',
			},
		],
		default: 'delivered',
		description: 'What to wait for. The wait also ends when WhatsApp cannot deliver the message.',
	},
	...timeLimitFields,
	...messageLists.flatMap(([message, fields]) =>
		fields.map((field) => shownFor(field, { [messageField]: [message] })),
	),
];

/** What is sent, with the fields of each operation, and what to wait for. */
export const deliveryFields: INodeProperties[] = [
	...shownFields.map((field) => shownFor(field, { responseType: ['delivery'] })),
	anyMessage,
];

function withoutOmittedOptions(field: INodeProperties): INodeProperties {
	if (field.name !== 'options') return field;
	const options = field.options as INodeProperties[];
	return { ...field, options: options.filter(({ name }) => !omittedOptions.includes(name)) };
}

function shownFor(
	{ displayOptions, ...field }: INodeProperties,
	conditions: Record<string, string[]>,
): INodeProperties {
	const show = { ...conditions, ...displayOptions?.show };
	return { ...field, displayOptions: { ...displayOptions, show } };
}

import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import { markAsReadRequest } from '../../../../shared/markAsReadRequest';
import { userKey } from '../../../../shared/userKey';
import type { OperationRequest, Pause, RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { messageIdField } from '../../../fields/messageId';
import { messageText } from '../messageText';

/** How fast a person seems to write, in characters, and how long that may take, in seconds. */
const writing = { charactersPerSecond: 25, shortest: 1, longest: 10 };

/** In seconds. The typing indicator is shown no longer. */
const pauseRule = { min: 0, max: limits.typingSeconds };

export const typingIndicatorField: INodeProperties = {
	displayName: 'Typing Indicator',
	name: 'typingIndicator',
	type: 'boolean',
	default: true,
	description:
		"Whether to show between the messages that you are typing. This also marks the customer's last message as read.",
};

const receivedMessageField: INodeProperties = {
	displayName: 'Received Message ID',
	name: 'receivedMessageId',
	type: 'string',
	default: '',
	placeholder: messageIdField.placeholder,
	description:
		"ID of the customer's last message, for the typing indicator. By default, the message from the recipient that started the workflow. Without an ID, there are only pauses.",
};

const pauseField: INodeProperties = {
	displayName: 'Pause (Seconds)',
	name: 'pauseSeconds',
	type: 'number',
	typeOptions: { minValue: pauseRule.min, maxValue: pauseRule.max },
	default: 3,
	description: `How long to wait before each message but the first, up to ${pauseRule.max}. By default, a second for ${writing.charactersPerSecond} characters of the message, from ${writing.shortest} to ${writing.longest} seconds. With 0, there is no pause.`,
};

/** Options about the time between the messages. Read with `pauseReader`. */
export const pauseOptions: INodeProperties[] = [pauseField, receivedMessageField];

/**
 * Returns what tells the pause before a message.
 * @param base the request of any message of the sequence.
 * @throws InputError for an invalid option.
 */
export function pauseReader(
	parameters: Parameters,
	base: OperationRequest,
): (body: RequestBody) => Pause | undefined {
	const fixed = parameters.group('options').optionalNumber(pauseField.name, pauseRule);
	const typing = typingRequest(parameters, base);
	return (body) => {
		const seconds = fixed ?? secondsToWrite(messageText(body) ?? '');
		return seconds === 0 ? undefined : { milliseconds: seconds * 1000, typing };
	};
}

function secondsToWrite(text: string): number {
	const { charactersPerSecond, shortest, longest } = writing;
	return Math.min(longest, Math.max(shortest, text.length / charactersPerSecond));
}

function typingRequest(
	parameters: Parameters,
	{ countsFor }: OperationRequest,
): Pause['typing'] | undefined {
	const chosen = parameters.group('options').optionalText(receivedMessageField.name)?.trim();
	if (!parameters.boolean(typingIndicatorField.name) || !countsFor) return undefined;
	const { phoneNumberId, recipient = '' } = countsFor;
	const customer = userKey(recipient);
	const received = parameters
		.messagesReceived()
		.findLast(
			(message) => message.phoneNumberId === phoneNumberId && message.senders.includes(customer),
		);
	const id = chosen ?? received?.id;
	return id === undefined ? undefined : markAsReadRequest(phoneNumberId, id, true);
}

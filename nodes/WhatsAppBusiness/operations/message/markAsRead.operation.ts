import type { INodeProperties } from 'n8n-workflow';

import { markAsReadRequest } from '../../../shared/markAsReadRequest';
import type { Operation } from '../../operation';
import { messageIdField, readMessageId } from '../../fields/messageId';
import { optionsField } from '../../fields/options';
import {
	automatic,
	automaticMeans,
	automaticSenderField,
	formerSenderOption,
	readSender,
} from '../../fields/sender';

const receiverField: INodeProperties = {
	...automaticSenderField,
	displayName: 'Phone Number',
	description: `The number that received the message. ${automatic}: ${automaticMeans}.`,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read */
export const operation: Operation = {
	displayName: 'Mark as Read',
	action: 'Mark a message as read',
	description:
		'Show the sender that a message was read. In a chat with one person, earlier messages are then read, too; in a group, only this one.',
	fields: [
		receiverField,
		{ ...messageIdField, description: 'ID of the received message, from the messages webhook' },
		optionsField([
			{
				displayName: 'Typing Indicator',
				name: 'typingIndicator',
				type: 'boolean',
				default: true,
				description:
					'Whether to show that you are typing, until your reply arrives or 25 seconds have passed',
			},
			{ ...formerSenderOption, displayName: receiverField.displayName },
		]),
	],
	request(parameters, account) {
		const number = readSender(parameters, account, receiverField);
		const typing = parameters.group('options').boolean('typingIndicator');
		return markAsReadRequest(number, readMessageId(parameters), typing);
	},
};

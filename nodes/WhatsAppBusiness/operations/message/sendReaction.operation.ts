import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { messageRequest } from './messageRequest';
import { callbackDataField } from '../../fields/callbackData';
import { messageIdField, readMessageId } from '../../fields/messageId';
import { keepInputFieldsField } from '../../fields/keepInputFields';
import { simplifyField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { recipientFields } from './recipient';
import { automaticSenderField, formerSenderOption } from '../../fields/sender';
import { sentMessage } from './sentMessage';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
export const operation: Operation = {
	displayName: 'Send Reaction',
	action: 'Send a reaction to a message',
	description: 'React to a message with an emoji, or remove the reaction',
	fields: [
		automaticSenderField,
		...recipientFields,
		{ ...messageIdField, description: 'ID of the message to react to, at most 30 days old' },
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '👍',
			placeholder: 'e.g. 👍',
			description: 'One emoji. Leave empty to remove your reaction.',
		},
		simplifyField,
		// A reaction can't be a reply.
		optionsField([callbackDataField, keepInputFieldsField, formerSenderOption]),
	],
	request(parameters, account) {
		return messageRequest(parameters, account, 'reaction', {
			message_id: readMessageId(parameters),
			emoji: readEmoji(parameters),
		});
	},
	output: sentMessage,
};

function readEmoji(parameters: Parameters): string {
	const emoji = (parameters.optionalText('emoji') ?? '').trim();
	if (emoji !== '' && !isOneEmoji(emoji)) {
		throw parameters.error(
			'emoji',
			'is not one emoji',
			'Enter a single emoji, or leave the field empty to remove the reaction.',
		);
	}
	return emoji;
}

// Flags, skin tones and families consist of several code points.
function isOneEmoji(text: string): boolean {
	const characters = [...new Intl.Segmenter().segment(text)];
	return (
		characters.length === 1 &&
		/\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|\u20e3/u.test(text)
	);
}

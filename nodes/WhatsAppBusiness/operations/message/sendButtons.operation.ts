import type { Operation } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { limits } from '../../../shared/limits';
import { readReplyButtons, replyButtonsField } from './interactive/replyButtons';
import { sentMessage } from './sentMessage';
import { textIsMarkdownField } from './text/textIsMarkdown';

const kind: InteractiveKind = {
	type: 'button',
	bodyExample: 'When shall we deliver your order?',
	header: 'any',
	footer: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export const operation: Operation = {
	displayName: 'Send Buttons',
	action: 'Send a message with reply buttons',
	description: 'Send a message with buttons that the recipient taps to reply',
	sendsMessages: true,
	fields: interactiveFields(
		kind,
		[replyButtonsField({ description: `Up to ${limits.replyButtons} buttons to choose from` })],
		[textIsMarkdownField],
	),
	request(parameters, account) {
		const buttons = readReplyButtons(parameters, limits.replyButtons);
		return interactiveRequest(parameters, account, kind, {
			buttons: buttons.map((reply) => ({ type: 'reply', reply })),
		});
	},
	output: sentMessage,
};

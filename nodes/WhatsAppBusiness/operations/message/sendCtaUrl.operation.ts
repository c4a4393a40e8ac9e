import type { Operation } from '../../operation';
import { directSendOption } from './directSend';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { readUrlButton, urlButtonFields } from './interactive/urlButton';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'cta_url',
	bodyExample: 'Tap below to see the free dates',
	header: 'any',
	footer: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export const operation: Operation = {
	displayName: 'Send URL Button',
	action: 'Send a message with a button that opens a web page',
	description: 'Send a message with a button that opens a web page',
	sendsMessages: true,
	fields: interactiveFields(kind, urlButtonFields(), [directSendOption]),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, readUrlButton(parameters));
	},
	output: sentMessage,
};

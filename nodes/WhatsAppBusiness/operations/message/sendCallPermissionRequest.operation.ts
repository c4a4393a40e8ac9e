import type { Operation } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'call_permission_request',
	bodyExample: 'We would like to call you about your order',
	header: 'none',
	optionalBody: true,
	footer: false,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions */
export const operation: Operation = {
	displayName: 'Send Call Permission Request',
	action: 'Ask a person for the permission to call',
	description: 'Ask the recipient whether your business may call them on WhatsApp',
	sendsMessages: true,
	fields: interactiveFields(kind),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, { name: 'call_permission_request' });
	},
	output: sentMessage,
};

import type { Operation } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'request_contact_info',
	bodyExample: 'Please share your phone number so that we can call you back',
	header: 'none',
	footer: false,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#request-contact-info */
export const operation: Operation = {
	displayName: 'Send Contact Info Request',
	action: 'Ask a person for their phone number',
	description:
		'Send a message with a button to share the phone number, for people who hide it behind a username',
	sendsMessages: true,
	fields: interactiveFields(kind),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, { name: 'request_contact_info' });
	},
	output: sentMessage,
};

import type { Operation } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'location_request_message',
	bodyExample: 'Where shall the driver pick you up?',
	header: 'none',
	footer: false,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-request-messages */
export const operation: Operation = {
	displayName: 'Send Location Request',
	action: 'Ask a person for their location',
	description: 'Send a message with a button to share a location',
	sendsMessages: true,
	fields: interactiveFields(kind),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, { name: 'send_location' });
	},
	output: sentMessage,
};

import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import { markAsRead } from './markAsRead';
import { send } from './send';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api */
export const sendMessage = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'messages',
	handle: ({ simulator, node, body }) => {
		checkRegistered(node);
		return 'status' in body
			? markAsRead(simulator.state, body)
			: send(simulator, node, body, { endpoint: 'messages', appId: business.app.id }).response;
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages */
export const sendMarketingMessage = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'marketing_messages',
	handle: ({ simulator, node, body }) => {
		checkRegistered(node);
		return send(simulator, node, body, { endpoint: 'marketing_messages', appId: business.app.id })
			.response;
	},
});

/** Meta returns the ID only. */
export const getMessage = endpoint({
	method: 'GET',
	on: 'message',
	handle: ({ node }) => ({ id: node.id }),
});

function checkRegistered({ registered }: PhoneNumber): void {
	if (!registered) throw new SimulatedGraphError(133010);
}

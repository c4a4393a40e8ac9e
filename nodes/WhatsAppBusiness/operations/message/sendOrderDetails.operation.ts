import type { Operation } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { orderFields, orderOptions, readOrderDetails } from '../../fields/order/orderDetails';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'order_details',
	bodyExample: 'Here is your order. Tap to pay.',
	header: 'any',
	footer: true,
};

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 */
export const operation: Operation = {
	displayName: 'Send Order Details',
	action: 'Send an order details message',
	description: 'Send an order that the recipient can pay in WhatsApp, in Brazil or India',
	sendsMessages: true,
	fields: interactiveFields(kind, orderFields, orderOptions),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, {
			name: 'review_and_pay',
			parameters: readOrderDetails(parameters, parameters.group('options')),
		});
	},
	output: sentMessage,
};

import { alphabetical } from '../options';
import { orderFields, orderOptions, readOrderDetails } from '../order/orderDetails';
import { actionParameter } from './buttonKind';
import type { ButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate */
export const orderDetails: ButtonKind = {
	name: 'Order Details',
	description: 'Opens an order to pay',
	subType: 'order_details',
	fields: [
		...orderFields,
		{
			displayName: 'Order Options',
			name: 'orderOptions',
			type: 'collection',
			placeholder: 'Add Order Option',
			default: {},
			options: alphabetical(orderOptions),
		},
	],
	read: (button) => [
		actionParameter({ order_details: readOrderDetails(button, button.group('orderOptions')) }),
	],
};

/** The same, for orders that are already in Meta's format. */
export const orderDetailsJson: ButtonKind = {
	name: 'Order Details as JSON',
	description: 'Opens an order to pay, from JSON in the format of the API',
	subType: 'order_details',
	fields: [
		{
			displayName: 'Order Details',
			name: 'orderDetails',
			type: 'json',
			required: true,
			default: '{}',
			description:
				'JSON object, sent as it is. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate">More information</a>.',
		},
	],
	read: (button) => [actionParameter({ order_details: button.jsonObject('orderDetails') })],
};

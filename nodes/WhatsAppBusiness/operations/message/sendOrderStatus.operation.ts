import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import {
	orderReferenceField,
	orderStatus,
	orderStatuses,
	statusDescriptionField,
} from '../../fields/order/orderStatus';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'order_status',
	bodyExample: 'Your order is on its way',
	header: 'text',
	footer: true,
};

const unchanged = 'unchanged';

const statuses: INodePropertyOptions[] = [
	...orderStatuses,
	{ name: 'Unchanged', value: unchanged, description: 'Send only the payment status (Brazil)' },
];

const statusField: INodeProperties = {
	displayName: 'Order Status',
	name: 'orderStatus',
	type: 'options',
	options: statuses,
	default: 'processing',
};

const paymentStatusField: INodeProperties = {
	displayName: 'Payment Status',
	name: 'paymentStatus',
	type: 'options',
	options: [
		{ name: 'Captured', value: 'captured', description: 'The order is shown as paid' },
		{ name: 'Failed', value: 'failed' },
		{ name: 'Pending', value: 'pending' },
	],
	default: 'captured',
	description: 'Status of the payment (Brazil)',
};

const paymentTimeField: INodeProperties = {
	displayName: 'Payment Time',
	name: 'paymentTime',
	type: 'dateTime',
	default: '',
	description: 'When the payment status changed',
};

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 */
export const operation: Operation = {
	displayName: 'Send Order Status',
	action: 'Send an order status message',
	description: 'Update the status of an order that was sent with Send Order Details',
	sendsMessages: true,
	fields: interactiveFields(
		kind,
		[orderReferenceField, statusField],
		[paymentStatusField, paymentTimeField, statusDescriptionField],
	),
	request(parameters, account) {
		const options = parameters.group('options');
		return interactiveRequest(parameters, account, kind, {
			name: 'review_order',
			parameters: {
				reference_id: parameters.text('referenceId').trim(),
				order: readOrder(parameters, options),
				payment: readPayment(options),
			},
		});
	},
	output: sentMessage,
};

function readOrder(parameters: Parameters, options: Parameters): RequestBody | undefined {
	const status = parameters.choice('orderStatus');
	if (status !== unchanged) return orderStatus(status, options);
	if (!options.hasValue('paymentStatus')) {
		throw parameters.error(
			'orderStatus',
			'is unchanged, but there is no payment status',
			"Choose a status, or add the option 'Payment Status'.",
		);
	}
	if (options.hasValue('statusDescription')) {
		throw options.error(
			'statusDescription',
			'is set, but there is no order status',
			'Choose an order status, or remove the description.',
		);
	}
	return undefined;
}

function readPayment(options: Parameters): RequestBody | undefined {
	if (options.hasValue('paymentStatus')) {
		return {
			status: options.choice('paymentStatus'),
			timestamp: options.optionalTimestamp('paymentTime'),
		};
	}
	if (options.hasValue('paymentTime')) {
		throw options.error(
			'paymentTime',
			'is set, but there is no payment status',
			"Add the option 'Payment Status'.",
		);
	}
	return undefined;
}

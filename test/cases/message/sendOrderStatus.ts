import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Your order is being packed.';
const referenceId = 'order-4711';

function orderStatus(parameters: IDataObject, more: IDataObject = {}): IDataObject {
	return {
		type: 'order_status',
		body: { text: body },
		...more,
		action: { name: 'review_order', parameters: { reference_id: referenceId, ...parameters } },
	};
}

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body, referenceId },
		request: interactiveMessage(orderStatus({ order: { status: 'processing' } })),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			referenceId: ` ${referenceId} `,
			orderStatus: 'shipped',
			sender: otherSender,
			options: {
				...commonOptions,
				headerText: 'Order 4711',
				footer: 'Lucky Shrub',
				statusDescription: 'It arrives on Monday',
				paymentStatus: 'captured',
				// Summer time in Berlin, the time zone of the recorded cases.
				paymentTime: '2024-07-31T19:00:31',
			},
		},
		request: interactiveMessageWithCommonOptions(
			orderStatus(
				{
					order: { status: 'shipped', description: 'It arrives on Monday' },
					payment: { status: 'captured', timestamp: 1722445231 },
				},
				{ header: { type: 'text', text: 'Order 4711' }, footer: { text: 'Lucky Shrub' } },
			),
		),
	},
	...['canceled', 'completed', 'partially_shipped', 'pending'].map((status): RequestCase => ({
		name: `order ${status}`,
		parameters: { to, body, referenceId, orderStatus: status },
		request: interactiveMessage(orderStatus({ order: { status } })),
	})),
	{
		name: 'payment status alone',
		parameters: {
			to,
			body,
			referenceId,
			orderStatus: 'unchanged',
			options: { paymentStatus: 'failed' },
		},
		request: interactiveMessage(orderStatus({ payment: { status: 'failed' } })),
	},
	{
		name: 'payment time with its own time zone',
		parameters: {
			to,
			body,
			referenceId,
			options: { paymentStatus: 'pending', paymentTime: '2024-07-31T17:00:31.900Z' },
		},
		request: interactiveMessage(
			orderStatus({
				order: { status: 'processing' },
				payment: { status: 'pending', timestamp: 1722445231 },
			}),
		),
	},
	{
		name: 'example: order status',
		example: 'Send Order Status Message',
		parameters: { to, body, referenceId, options: { statusDescription: 'Ready tomorrow' } },
		request: interactiveMessage(
			orderStatus({ order: { status: 'processing', description: 'Ready tomorrow' } }),
		),
	},
];

function refused(name: string, parameters: INodeParameters, message: RegExp): RejectedCase {
	return { name, parameters: { to, body, referenceId, ...parameters }, message };
}

export const rejected: RejectedCase[] = [
	refused('no body', { body: '' }, /'Text' is empty/),
	refused('no reference ID', { referenceId: '' }, /'Reference ID' is empty/),
	refused('a status of no order', { orderStatus: 'delivered' }, /'Order Status' has a value that/),
	refused(
		'a description that is too long',
		{ options: { statusDescription: 'x'.repeat(121) } },
		/'Status Description' has 121 characters/,
	),
	refused('no status at all', { orderStatus: 'unchanged' }, /'Order Status' is unchanged/),
	refused(
		'a description without a status',
		{
			orderStatus: 'unchanged',
			options: { paymentStatus: 'captured', statusDescription: 'Paid' },
		},
		/'Status Description' is set, but there is no order status/,
	),
	refused(
		'a payment time without a payment status',
		{ options: { paymentTime: '2024-07-31' } },
		/'Payment Time' is set, but there is no payment status/,
	),
	refused(
		'an invalid payment time',
		{ options: { paymentStatus: 'captured', paymentTime: 'yesterday' } },
		/'Payment Time' is not a date/,
	),
];

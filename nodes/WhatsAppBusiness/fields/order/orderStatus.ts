import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';

export const orderReferenceField: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order-4711',
	description: 'Reference ID of the order details message that you sent before',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export const orderStatuses: INodePropertyOptions[] = [
	{
		name: 'Canceled',
		value: 'canceled',
		description: 'Not possible once the order has been paid',
	},
	{ name: 'Completed', value: 'completed', description: 'The order is finished' },
	{
		name: 'Partially Shipped',
		value: 'partially_shipped',
		description: 'Some items are on their way',
	},
	{ name: 'Pending', value: 'pending', description: 'Not paid yet' },
	{ name: 'Processing', value: 'processing', description: 'Paid and being prepared' },
	{ name: 'Shipped', value: 'shipped', description: 'All items are on their way' },
];

export const statusDescriptionField: INodeProperties = {
	displayName: 'Status Description',
	name: 'statusDescription',
	type: 'string',
	default: '',
	placeholder: 'e.g. Your parcel is on its way',
	description: `Text shown with the order, at most ${limits.orderStatusDescription} characters`,
};

/**
 * The `order` of a status update.
 * @param status one of `orderStatuses`.
 * @param described the parameters with the description.
 * @throws InputError when the description is too long.
 */
export function orderStatus(status: string, described: Parameters): RequestBody {
	return {
		status,
		description: described.optionalText('statusDescription', {
			maxLength: limits.orderStatusDescription,
		}),
	};
}

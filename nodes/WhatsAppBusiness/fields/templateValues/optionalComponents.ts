import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { valueName } from './valueNames';
import {
	orderReferenceField,
	orderStatus as orderStatusUpdate,
	orderStatuses,
	statusDescriptionField,
} from '../order/orderStatus';

/** A component that only some templates have: its option, and what is sent for it. */
interface OptionalComponent {
	option: INodeProperties;
	/** Meta's parameter, whose type is also that of the component; undefined if the option was not added. */
	read(options: Parameters): RequestBody | undefined;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates */
const limitedTimeOffer: OptionalComponent = {
	option: {
		displayName: 'Offer Expiration',
		name: 'offerExpiration',
		type: 'dateTime',
		default: '',
		description: 'When the offer of a limited-time offer template ends',
	},
	read(options) {
		const seconds = options.optionalTimestamp('offerExpiration');
		return seconds === undefined
			? undefined
			: {
					type: 'limited_time_offer',
					limited_time_offer: { expiration_time_ms: seconds * 1000 },
				};
	},
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/tap-target-url-title-override */
const tapTarget: OptionalComponent = {
	option: {
		displayName: 'Message Link',
		name: 'tapTarget',
		type: 'fixedCollection',
		placeholder: 'Add Message Link',
		default: {},
		description:
			'Makes the whole message a link with its own title. Only for fully verified businesses.',
		options: [
			{
				displayName: 'Message Link',
				name: 'target',
				values: [
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. Offer details',
						description: 'Text shown instead of the URL',
					},
					{
						displayName: 'URL',
						name: 'url',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. https://example.com/offer',
						description: 'URL that a tap on the message opens',
					},
				],
			},
		],
	},
	read(options) {
		const target = options.entry('tapTarget', 'target');
		return (
			target && {
				type: 'tap_target_configuration',
				tap_target_configuration: [{ url: target.url('url'), title: target.text('title') }],
			}
		);
	},
};

/** What the names of the fields of an order status begin with. */
export const orderPart = 'Order';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate */
const orderStatus: OptionalComponent = {
	option: {
		displayName: 'Order Status',
		name: 'orderStatus',
		type: 'fixedCollection',
		placeholder: 'Add Order Status',
		default: {},
		description: 'The new status of an order, for an order status template',
		options: [
			{
				displayName: 'Order Status',
				name: 'status',
				values: [
					orderReferenceField,
					{
						displayName: 'Status',
						name: 'status',
						type: 'options',
						options: orderStatuses,
						default: 'processing',
					},
					statusDescriptionField,
				],
			},
		],
	},
	read(options) {
		const status = options.entry('orderStatus', 'status')?.named(orderPart, valueName);
		return (
			status && {
				type: 'order_status',
				order_status: {
					reference_id: status.text('referenceId').trim(),
					order: orderStatusUpdate(status.choice('status'), status),
				},
			}
		);
	},
};

const optionalComponents: OptionalComponent[] = [limitedTimeOffer, tapTarget, orderStatus];

/** The options for components that only some templates have. */
export const optionalComponentOptions: INodeProperties[] = optionalComponents.map(
	({ option }) => option,
);

/**
 * The components of those options that were added.
 * @param sources where an option is looked for, in this order.
 * @throws InputError for a missing or invalid value.
 */
export function readOptionalComponents(...sources: Parameters[]): RequestBody[] {
	return optionalComponents
		.map(({ read }) => sources.map(read).find((parameter) => parameter !== undefined))
		.filter((parameter) => parameter !== undefined)
		.map((parameter) => ({ type: parameter.type, parameters: [parameter] }));
}

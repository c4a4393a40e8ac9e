import { z } from 'zod';
import { metaIssue } from '../graph/validation';
import { orderParameters } from '../messages/interactive/orderDetails';
import { orderStatusParameters } from '../messages/interactive/orderStatus';
import { productSections } from '../messages/interactive/productList';
import { location } from '../messages/location';
import { headerMedia, looseIndex, looseString } from '../messages/parts';
import { paymentSetting } from './schema';

/** One parameter. `type` determines which key it needs. */
const parameter = z
	.strictObject({
		type: z.string(),
		parameter_name: z.string().optional(),
		text: looseString.optional(),
		currency: z
			.strictObject({
				fallback_value: z.string(),
				code: z.string().length(3),
				amount_1000: z.number().int(),
			})
			.optional(),
		date_time: z
			.strictObject({
				fallback_value: z.string(),
				calendar: z.string().optional(),
				day_of_week: z.union([z.number(), z.string()]).optional(),
				year: z.number().optional(),
				month: z.number().optional(),
				day_of_month: z.number().optional(),
				hour: z.number().optional(),
				minute: z.number().optional(),
				timestamp: z.number().optional(),
				component: z.looseObject({}).optional(),
			})
			.optional(),
		...headerMedia(132018),
		location: location.optional(),
		product: z.strictObject({ product_retailer_id: z.string(), catalog_id: z.string() }).optional(),
		payload: looseString.optional(),
		group_id: z.string().min(1).optional(),
		coupon_code: z.string().min(1).max(20).optional(),
		ttl_minutes: z.number().int().optional(),
		limited_time_offer: z
			.strictObject({ expiration_time_ms: z.union([z.number(), z.string().regex(/^\d+$/)]) })
			.optional(),
		tap_target_configuration: z
			.array(z.strictObject({ url: z.string(), title: z.string() }))
			.optional(),
		order_status: orderStatusParameters.optional(),
		action: z
			.strictObject({
				thumbnail_product_retailer_id: z.string().optional(),
				sections: productSections.optional(),
				flow_token: z.string().optional(),
				flow_action_data: z.record(z.string(), z.unknown()).optional(),
				order_details: orderParameters.optional(),
				payment_request: z.strictObject({ payment_setting: paymentSetting }).optional(),
			})
			.optional(),
	})
	.superRefine((value, context) => {
		const key = value.type.toLowerCase();
		if (!(key in parameterKeys)) {
			context.addIssue({
				code: 'custom',
				message: `Param type must be one of {${Object.keys(parameterKeys).join(', ').toUpperCase()}} - got "${value.type}".`,
			});
		} else if (value[key as 'text'] === undefined) {
			context.addIssue({
				code: 'custom',
				...toIssue(
					metaIssue(100, `Parameter '${key}' is mandatory for component parameter type '${key}'`),
				),
			});
		}
	});

const parameterKeys: Record<string, true> = {
	text: true,
	currency: true,
	date_time: true,
	image: true,
	video: true,
	document: true,
	gif: true,
	location: true,
	product: true,
	payload: true,
	group_id: true,
	coupon_code: true,
	limited_time_offer: true,
	tap_target_configuration: true,
	ttl_minutes: true,
	order_status: true,
	action: true,
};

function toIssue(issue: ReturnType<typeof metaIssue>): { message: string; params: object } {
	return { message: issue.error, params: issue.params };
}

const baseComponent = z.strictObject({
	type: z.string(),
	sub_type: z.string().optional(),
	index: looseIndex.optional(),
	parameters: z.array(parameter).optional(),
});

const component = baseComponent.extend({
	cards: z
		.array(z.strictObject({ card_index: looseIndex, components: z.array(baseComponent) }))
		.optional(),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const template = z.strictObject({
	name: z.string().min(1),
	language: z.strictObject({
		code: z.string().min(1),
		policy: z.literal('deterministic').optional(),
	}),
	namespace: z.string().optional(),
	components: z.array(component).optional(),
});

export type TemplateMessage = z.output<typeof template>;
export type TemplateComponent = z.output<typeof component>;
export type TemplateParameter = z.output<typeof parameter>;

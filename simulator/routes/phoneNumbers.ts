import { z } from 'zod';
import { endpoint } from '../context';
import { verifyCallback } from '../callbackVerification';
import { selectFields } from '../fieldSelection';
import { missingParameter } from '../graphError';
import { validate } from '../messages/validation';
import { pageOf } from '../paging';
import type { PhoneNumber, State } from '../state';

const nodeType = 'WhatsAppBusinessPhoneNumber';
const defaultFields = [
	'verified_name',
	'code_verification_status',
	'display_phone_number',
	'quality_rating',
	'platform_type',
	'throughput',
	'last_onboarded_time',
	'webhook_configuration',
	'id',
];

function fieldsOf(phoneNumber: PhoneNumber, { app, waba }: State): Record<string, unknown> {
	return {
		id: phoneNumber.id,
		verified_name: phoneNumber.verifiedName,
		display_phone_number: phoneNumber.displayPhoneNumber,
		code_verification_status: 'VERIFIED',
		quality_rating: 'GREEN',
		quality_score: { score: 'GREEN' },
		platform_type: 'CLOUD_API',
		throughput: { level: 'STANDARD' },
		last_onboarded_time: '2026-01-01T00:00:00+0000',
		status: 'CONNECTED',
		name_status: 'APPROVED',
		new_name_status: 'NONE',
		account_mode: 'LIVE',
		messaging_limit_tier: 'TIER_1K',
		whatsapp_business_manager_messaging_limit: 'TIER_1K',
		is_official_business_account: false,
		is_pin_enabled: true,
		is_on_biz_app: false,
		is_preverified_number: false,
		search_visibility: 'NON_VISIBLE',
		country_dial_code: '1',
		certificate: 'U2ltdWxhdGVkIGNlcnRpZmljYXRl',
		health_status: { can_send_message: 'AVAILABLE', entities: [] },
		conversational_automation: undefined,
		username: undefined,
		webhook_configuration: {
			...(phoneNumber.override && { phone_number: phoneNumber.override.url }),
			...(waba.override && { whatsapp_business_account: waba.override.url }),
			...(app.subscription && { application: app.subscription.url }),
		},
	};
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
export const getPhoneNumber = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	handle: ({ simulator, node, query }) =>
		selectFields(fieldsOf(node, simulator.state), query.get('fields'), defaultFields, nodeType),
});

export const listPhoneNumbers = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'phone_numbers',
	handle: ({ simulator, query, url }) =>
		pageOf(
			simulator.state.phoneNumbers.map((phoneNumber) =>
				selectFields(
					fieldsOf(phoneNumber, simulator.state),
					query.get('fields'),
					defaultFields,
					nodeType,
				),
			),
			url,
		),
});

const overrideSchema = z.object({
	webhook_configuration: z.strictObject({
		override_callback_uri: z.string(),
		verify_token: z.string().optional(),
	}),
});

/**
 * Sets the number's webhook override; an empty `override_callback_uri` removes it.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-phone-number-alternate-callback
 */
export const setPhoneNumber = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	handle: async ({ node, body }) => {
		if (!('webhook_configuration' in body)) {
			throw missingParameter('webhook_configuration');
		}
		const { override_callback_uri, verify_token } = validate(
			overrideSchema,
			body,
		).webhook_configuration;
		node.override =
			override_callback_uri === ''
				? undefined
				: await verifyCallback(
						override_callback_uri,
						verify_token ?? '',
						"webhook_configuration['override_callback_uri']",
					);
		return { success: true };
	},
});

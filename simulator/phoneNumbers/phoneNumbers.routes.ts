import { z } from 'zod';
import { healthStatus } from '../account/healthStatus';
import { endpoint } from '../graph/endpoint';
import { missingParameter, SimulatedGraphError } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { flag } from '../graph/flag';
import { newGraphId } from '../graph/id';
import { pageOf } from '../graph/paging';
import { parsed } from '../graph/parsed';
import { validate } from '../graph/validation';
import type { State } from '../state';
import { verifyCallback, type Callback } from '../webhooks/callback';
import { newPhoneNumber, type PhoneNumber } from './phoneNumber';
import { pin } from './pin';

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

function fieldsOf(phoneNumber: PhoneNumber, state: State): Record<string, unknown> {
	const { app, waba } = state;
	return {
		id: phoneNumber.id,
		verified_name: phoneNumber.verifiedName,
		display_phone_number: phoneNumber.displayPhoneNumber,
		code_verification_status: 'VERIFIED',
		quality_rating: 'GREEN',
		quality_score: { score: 'GREEN' },
		platform_type: phoneNumber.registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
		throughput: { level: phoneNumber.registered ? 'STANDARD' : 'NOT_APPLICABLE' },
		last_onboarded_time: '2026-01-01T00:00:00+0000',
		status: phoneNumber.registered ? 'CONNECTED' : 'DISCONNECTED',
		name_status: 'APPROVED',
		new_name_status: 'NONE',
		account_mode: 'LIVE',
		messaging_limit_tier: 'TIER_1K',
		whatsapp_business_manager_messaging_limit: 'TIER_1K',
		is_official_business_account: false,
		is_pin_enabled: true,
		is_on_biz_app: phoneNumber.isOnBusinessApp,
		is_preverified_number: false,
		search_visibility: 'NON_VISIBLE',
		country_dial_code: '1',
		certificate: 'U2ltdWxhdGVkIGNlcnRpZmljYXRl',
		health_status: healthStatus(state, phoneNumber),
		conversational_automation: phoneNumber.conversationalAutomation,
		username: phoneNumber.username,
		webhook_configuration: {
			...(phoneNumber.override && { phone_number: phoneNumber.override.url }),
			...(waba.override && { whatsapp_business_account: waba.override.url }),
			...(app.subscription && { application: app.subscription.url }),
		},
		...phoneNumber.changes,
	};
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
export const getPhoneNumber = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	handle: ({ simulator, node, query }) =>
		selectFields(fieldsOf(node, simulator.state), query.get('fields'), defaultFields, nodeType),
});

const filterSchema = z.array(
	z.object({
		field: z.enum(['account_mode', 'messaging_limit_tier', 'is_official_business_account']),
		operator: z.literal('EQUAL'),
		value: z.union([z.string(), z.boolean()]),
	}),
);

export const listPhoneNumbers = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'phone_numbers',
	handle: ({ simulator, node, query, url }) => {
		const conditions = validate(filterSchema, parsed(query.get('filtering') ?? '[]'));
		const numbers = simulator.state.phoneNumbers
			.filter(({ wabaId }) => wabaId === node.id)
			.map((phoneNumber) => fieldsOf(phoneNumber, simulator.state))
			.filter((fields) => conditions.every(({ field, value }) => fields[field] === value));
		if (/\.desc$/.test(query.get('sort') ?? '')) numbers.reverse();
		return pageOf(
			numbers.map((fields) => selectFields(fields, query.get('fields'), defaultFields, nodeType)),
			url,
		);
	},
});

const newNumberSchema = z.looseObject({
	cc: z.coerce.string().regex(/^\d{1,3}$/),
	phone_number: z.coerce.string().regex(/^[1-9]\d{6,14}$/),
	verified_name: z.string().min(2).max(75),
	migrate_phone_number: flag.optional(),
	preverified_id: z.string().optional(),
});

/**
 * `phone_number` is with or without the country code.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/registering-phone-numbers
 */
export const addPhoneNumber = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'phone_numbers',
	handle: ({ simulator, node, body }) => {
		const { cc, phone_number, verified_name } = validate(newNumberSchema, body);
		const digits = phone_number.startsWith(cc) ? phone_number : cc + phone_number;
		const { phoneNumbers } = simulator.state;
		if (phoneNumbers.some((number) => number.digits === digits)) {
			throw new SimulatedGraphError(100, {
				message: 'Phone number is already registered with WhatsApp Business',
				type: 'GraphMethodException',
				httpStatus: 409,
			});
		}
		const added = newPhoneNumber({
			id: newGraphId(),
			wabaId: node.id,
			displayPhoneNumber: `+${digits}`,
			verifiedName: verified_name,
		});
		phoneNumbers.push(added);
		return { id: added.id };
	},
});

const changeSchema = z.looseObject({
	pin: pin.optional(),
	webhook_configuration: z
		.strictObject({ override_callback_uri: z.string(), verify_token: z.string().optional() })
		.optional(),
	whatsapp_business_api_data: z
		.object({
			pin: pin.optional(),
			show_security_notifications: z.boolean().optional(),
			notify_user_change_number: z.boolean().optional(),
		})
		.optional(),
	connection_status: z.string().optional(),
	search_visibility: z.enum(['VISIBLE', 'HIDDEN']).optional(),
	new_display_name: z.string().min(2).max(75).optional(),
	webhook_url: z.string().optional(),
});

/**
 * Changes the webhook override (an empty `override_callback_uri` removes it), the PIN and the name.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-phone-number-alternate-callback
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/two-step-verification
 */
export const setPhoneNumber = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	handle: async ({ node, body }) => {
		const change = validate(changeSchema, body);
		if (!Object.keys(changeSchema.shape).some((name) => name in body)) {
			throw missingParameter('webhook_configuration');
		}
		if (change.webhook_configuration) {
			node.override = await newOverride(change.webhook_configuration);
		}
		node.pin = change.pin ?? change.whatsapp_business_api_data?.pin ?? node.pin;
		const { search_visibility, new_display_name } = change;
		if (search_visibility !== undefined) node.changes.search_visibility = search_visibility;
		if (new_display_name !== undefined) node.changes.new_name_status = 'PENDING_REVIEW';
		return { success: true };
	},
});

async function newOverride({
	override_callback_uri: url,
	verify_token = '',
}: {
	override_callback_uri: string;
	verify_token?: string;
}): Promise<Callback | undefined> {
	const parameter = "webhook_configuration['override_callback_uri']";
	return url === '' ? undefined : await verifyCallback(url, verify_token, parameter);
}

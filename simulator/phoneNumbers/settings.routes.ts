import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError, invalidParameter } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { validate } from '../graph/validation';
import type { PhoneNumber } from './phoneNumber';

/** Meta takes both; its reference has small letters, its guides capitals. */
const status = z.preprocess(
	(value) => (typeof value === 'string' ? value.toUpperCase() : value),
	z.enum(['ENABLED', 'DISABLED']),
);
const time = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/);

const callHours = z
	.object({
		status,
		timezone_id: z.string().optional(),
		weekly_operating_hours: z
			.array(
				z
					.object({
						day_of_week: z.enum([
							'MONDAY',
							'TUESDAY',
							'WEDNESDAY',
							'THURSDAY',
							'FRIDAY',
							'SATURDAY',
							'SUNDAY',
						]),
						open_time: time,
						close_time: time,
					})
					.refine(({ open_time, close_time }) => open_time < close_time, 'Invalid call hours'),
			)
			.optional(),
		holiday_schedule: z
			.array(
				z.object({
					date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
					start_time: time,
					end_time: time,
				}),
			)
			.max(20)
			.optional(),
	})
	.refine(
		(hours) =>
			hours.status === 'DISABLED' || (hours.timezone_id && hours.weekly_operating_hours?.length),
		'Call hours need timezone_id and weekly_operating_hours',
	);

const schema = z.object({
	calling: z
		.object({
			status: status.optional(),
			call_icon_visibility: z.string().optional(),
			call_icons: z
				.object({ restrict_to_user_countries: z.array(z.string().length(2)) })
				.optional(),
			call_hours: callHours.optional(),
			callback_permission_status: status.optional(),
			sip: z
				.object({
					status,
					servers: z
						.array(
							z.object({
								hostname: z.string().min(1),
								port: z.number().int().min(1).max(65_535).optional(),
								request_uri_user_params: z.record(z.string(), z.string()).optional(),
							}),
						)
						.optional(),
				})
				.optional(),
			srtp_key_exchange_protocol: z.enum(['DTLS', 'SDES']).optional(),
			audio: z.object({ additional_codecs: z.array(z.enum(['PCMA', 'PCMU'])) }).optional(),
			video: z.object({ status }).optional(),
			voicemail: z
				.object({
					status,
					triggers: z.array(z.enum(['REJECT', 'TIMEOUT'])).optional(),
					audio: z
						.object({
							default: z.object({
								announcement_media_id: z.union([z.string(), z.number()]),
								timeout_seconds: z.number().int().optional(),
							}),
						})
						.optional(),
				})
				.optional(),
		})
		.optional(),
	payload_encryption: z
		.object({ status, client_encryption_key: z.string().min(1).optional() })
		.optional(),
	storage_configuration: z
		.object({
			status: z.enum(['IN_COUNTRY_STORAGE_ENABLED', 'IN_COUNTRY_STORAGE_DISABLED']),
			data_localization_region: z.string().length(2).optional(),
		})
		.optional(),
	user_identity_change: z.object({ enable_identity_key_check: z.boolean() }).optional(),
});

/**
 * Changes one setting; of the calls only what is given.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage
 */
export const setPhoneSettings = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'settings',
	handle: ({ node, body }) => {
		const given = Object.entries(validate(schema, body)).filter(([, value]) => value !== undefined);
		const [change, ...more] = given;
		if (!change || more.length > 0) {
			throw invalidParameter('One feature setting must be specified');
		}
		const [name, value] = change;
		checkChange(node, name, value as Parameters<typeof checkChange>[2]);
		node.settings[name] = name === 'calling' ? { ...node.settings[name], ...value } : value;
		return { success: true };
	},
});

/** With `include_sip_credentials=true` each SIP server has the password Meta made for it. */
export const getPhoneSettings = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'settings',
	handle: ({ node, query }) => {
		const { calling, ...others } = node.settings;
		const settings = {
			user_identity_change: undefined,
			payload_encryption: undefined,
			...others,
			calling: query.get('include_sip_credentials') === 'true' ? withPasswords(calling) : calling,
		};
		const names = [
			'calling',
			'payload_encryption',
			'storage_configuration',
			'user_identity_change',
		];
		return selectFields(
			settings,
			query.get('fields'),
			names,
			'WhatsAppBusinessPhoneNumberSettings',
		);
	},
});

function checkChange(
	number: PhoneNumber,
	name: string,
	value: { status?: string; client_encryption_key?: string },
): void {
	if (name === 'storage_configuration' && number.registered) {
		throw new SimulatedGraphError(100, {
			details: 'Local storage can be changed only while the phone number is not registered',
		});
	}
	const isMissingKey =
		name === 'payload_encryption' && value.status === 'ENABLED' && !value.client_encryption_key;
	if (isMissingKey)
		throw invalidParameter('client_encryption_key is required to enable encryption');
}

function withPasswords(calling: Record<string, unknown> = {}): Record<string, unknown> {
	const sip = calling.sip as { servers?: object[] } | undefined;
	if (!sip?.servers) return calling;
	const servers = sip.servers.map((server) => ({ ...server, sip_user_password: 'simulated' }));
	return { ...calling, sip: { ...sip, servers } };
}

import type { INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const path = `/${number.id}/settings`;
const key =
	'LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUlJQklqQU5CZ2txaGtpRzl3MEJOUUVGQUFLQ0FRRUEzT2RoQzloK1FjYUpwUGxXWWJ0NE40NTFucFRKUHBnWAotLS0tLUVORCBQVUJMSUMgS0VZLS0tLS0=';
const hours = (...entries: string[][]) => ({
	hours: entries.map(([day, from, to]) => ({ day, from, to })),
});
const refusedHours = (callHours: INodeParameters, more: INodeParameters = {}) => ({
	calling: { callHours, timezone: 'Europe/Berlin', ...more },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'POST', path, body: { calling: { status: 'ENABLED' } } },
	},
	{
		name: 'fullest',
		parameters: {
			setting: 'calling',
			callingEnabled: true,
			calling: {
				audioCodecs: ['PCMA', 'PCMU'],
				callbackPermission: true,
				callIconCountries: 'us, BR',
				callIconVisibility: 'DEFAULT',
				callHours: hours(
					['MONDAY', '04:00', '10:20'],
					['MONDAY', '1100', '2000'],
					['TUESDAY', '01:08', '10:20'],
				),
				callHoursEnabled: true,
				timezone: 'America/Manaus',
				holidays: { holiday: [{ date: '2027-01-01T00:00:00', from: '00:00', to: '23:59' }] },
				sip: true,
				sipWebhooks: true,
				sipServer: {
					server: {
						hostname: 'sip.example.com',
						port: 5061,
						requestUriParameters: '{"KEY1": "VALUE1"}',
					},
				},
				srtpKeyExchange: 'SDES',
				video: true,
				voicemail: {
					settings: {
						enabled: true,
						triggers: ['REJECT', 'TIMEOUT'],
						announcementMediaId: '938884519013664',
						timeoutSeconds: 20,
					},
				},
			},
			options: otherNumber,
		},
		request: {
			method: 'POST',
			path: `/${other.id}/settings`,
			body: {
				calling: {
					status: 'ENABLED',
					call_icon_visibility: 'DEFAULT',
					call_icons: { restrict_to_user_countries: ['US', 'BR'] },
					call_hours: {
						status: 'ENABLED',
						timezone_id: 'America/Manaus',
						weekly_operating_hours: [
							{ day_of_week: 'MONDAY', open_time: '0400', close_time: '1020' },
							{ day_of_week: 'MONDAY', open_time: '1100', close_time: '2000' },
							{ day_of_week: 'TUESDAY', open_time: '0108', close_time: '1020' },
						],
						holiday_schedule: [{ date: '2027-01-01', start_time: '0000', end_time: '2359' }],
					},
					callback_permission_status: 'ENABLED',
					sip: {
						status: 'ENABLED',
						webhook_delivery: 'ENABLED',
						servers: [
							{
								hostname: 'sip.example.com',
								port: 5061,
								request_uri_user_params: { KEY1: 'VALUE1' },
							},
						],
					},
					srtp_key_exchange_protocol: 'SDES',
					audio: { additional_codecs: ['PCMA', 'PCMU'] },
					video: { status: 'ENABLED' },
					voicemail: {
						status: 'ENABLED',
						triggers: ['REJECT', 'TIMEOUT'],
						audio: {
							default: { announcement_media_id: '938884519013664', timeout_seconds: 20 },
						},
					},
				},
			},
		},
	},
	{
		name: 'calls with video',
		example: 'POST /{Phone-Number-ID}/settings › Enable calling with video',
		parameters: { calling: { callIconVisibility: 'DEFAULT', video: true } },
		request: {
			method: 'POST',
			path,
			body: {
				calling: {
					status: 'ENABLED',
					call_icon_visibility: 'DEFAULT',
					video: { status: 'ENABLED' },
				},
			},
		},
	},
	{
		name: 'no calls',
		example: 'POST /{Phone-Number-ID}/settings › Disable calling',
		parameters: { callingEnabled: false },
		request: { method: 'POST', path, body: { calling: { status: 'DISABLED' } } },
	},
	{
		name: 'calls through SIP',
		example: 'POST /{Phone-Number-ID}/settings › Enable SIP calling',
		parameters: { calling: { sip: true, srtpKeyExchange: 'DTLS' } },
		request: {
			method: 'POST',
			path,
			body: {
				calling: {
					status: 'ENABLED',
					sip: { status: 'ENABLED' },
					srtp_key_exchange_protocol: 'DTLS',
				},
			},
		},
	},
	{
		name: 'webhooks of SIP calls alone',
		parameters: { calling: { sipWebhooks: false } },
		request: {
			method: 'POST',
			path,
			body: { calling: { status: 'ENABLED', sip: { webhook_delivery: 'DISABLED' } } },
		},
	},
	{
		name: 'calls around the clock, icons everywhere, no voicemail',
		parameters: {
			calling: {
				callHoursEnabled: false,
				callIconCountries: '',
				voicemail: { settings: { enabled: false } },
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				calling: {
					status: 'ENABLED',
					call_icons: { restrict_to_user_countries: [] },
					call_hours: { status: 'DISABLED' },
					voicemail: { status: 'DISABLED' },
				},
			},
		},
	},
	{
		name: 'payload encryption',
		example: 'POST /{Phone-Number-ID}/settings › Enable payload encryption',
		parameters: { setting: 'encryption', clientEncryptionKey: key },
		request: {
			method: 'POST',
			path,
			body: { payload_encryption: { status: 'ENABLED', client_encryption_key: key } },
		},
	},
	{
		name: 'payload encryption with the key as PEM text',
		parameters: {
			setting: 'encryption',
			encryptPayloads: true,
			clientEncryptionKey: Buffer.from(key, 'base64').toString(),
		},
		request: {
			method: 'POST',
			path,
			body: { payload_encryption: { status: 'ENABLED', client_encryption_key: key } },
		},
	},
	{
		name: 'no payload encryption',
		example: 'POST /{Phone-Number-ID}/settings › Disable payload encryption',
		parameters: { setting: 'encryption', encryptPayloads: false },
		request: { method: 'POST', path, body: { payload_encryption: { status: 'DISABLED' } } },
	},
	{
		name: 'identity change check',
		parameters: { setting: 'identity' },
		request: {
			method: 'POST',
			path,
			body: { user_identity_change: { enable_identity_key_check: true } },
		},
	},
	{
		name: 'storage in one country',
		parameters: { setting: 'storage', dataLocalizationRegion: 'BR' },
		request: {
			method: 'POST',
			path,
			body: {
				storage_configuration: {
					status: 'IN_COUNTRY_STORAGE_ENABLED',
					data_localization_region: 'BR',
				},
			},
		},
	},
	{
		name: 'storage anywhere',
		parameters: { setting: 'storage', inCountryStorage: false },
		request: {
			method: 'POST',
			path,
			body: { storage_configuration: { status: 'IN_COUNTRY_STORAGE_DISABLED' } },
		},
	},
	{
		name: 'no storage',
		parameters: { setting: 'storage', inCountryStorage: false, noStorage: true },
		request: {
			method: 'POST',
			path,
			body: { storage_configuration: { status: 'NO_STORAGE_ENABLED', retention_minutes: 60 } },
		},
	},
	{
		name: 'connection status',
		example: 'POST /{Phone-Number-ID} › update_connection_status',
		parameters: { setting: 'number', numberUpdate: { connectionStatus: 'CONNECTED' } },
		request: {
			method: 'POST',
			path: `/${number.id}`,
			body: { connection_status: 'CONNECTED' },
		},
	},
	{
		name: 'webhook address',
		example: 'POST /{Phone-Number-ID} › configure_webhook',
		parameters: {
			setting: 'number',
			numberUpdate: {
				webhookUrl: 'https://your-domain.com/webhook',
				webhookOverride: {
					override: {
						callbackUrl: 'https://your-domain.com/webhook/override',
						verifyToken: 'YOUR_VERIFY_TOKEN',
					},
				},
			},
		},
		request: {
			method: 'POST',
			path: `/${number.id}`,
			body: {
				webhook_url: 'https://your-domain.com/webhook',
				webhook_configuration: {
					override_callback_uri: 'https://your-domain.com/webhook/override',
					verify_token: 'YOUR_VERIFY_TOKEN',
				},
			},
		},
	},
	{
		name: 'security',
		example: 'POST /{Phone-Number-ID} › update_security_settings',
		parameters: {
			setting: 'number',
			numberUpdate: {
				notifyUserChangeNumber: false,
				pin: '123456',
				searchVisibility: 'VISIBLE',
				showSecurityNotifications: true,
			},
		},
		request: {
			method: 'POST',
			path: `/${number.id}`,
			body: {
				whatsapp_business_api_data: {
					pin: '123456',
					show_security_notifications: true,
					notify_user_change_number: false,
				},
				search_visibility: 'VISIBLE',
			},
		},
	},
	{
		name: 'display name',
		example: 'POST /{Phone-Number-ID} › update_display_name',
		parameters: { setting: 'number', numberUpdate: { newDisplayName: 'My New Business Name' } },
		request: {
			method: 'POST',
			path: `/${number.id}`,
			body: { new_display_name: 'My New Business Name' },
		},
	},
	{
		name: 'a username, which saved workflows may have',
		parameters: { setting: 'number', numberUpdate: { username: '@mynewbusiness' } },
		request: {
			method: 'POST',
			path: `/${number.id}/username`,
			body: { username: 'mynewbusiness' },
		},
	},
	{
		name: 'everything about the number',
		parameters: {
			setting: 'number',
			numberUpdate: {
				connectionStatus: 'CONNECTED',
				newDisplayName: 'My Business Name',
				notifyUserChangeNumber: false,
				pin: '123456',
				searchVisibility: 'VISIBLE',
				showSecurityNotifications: true,
				webhookOverride: {
					override: {
						callbackUrl: 'https://your-domain.com/webhook/override',
						verifyToken: 'YOUR_VERIFY_TOKEN',
					},
				},
				webhookUrl: 'https://your-domain.com/webhook',
			},
		},
		request: {
			method: 'POST',
			path: `/${number.id}`,
			body: {
				connection_status: 'CONNECTED',
				webhook_url: 'https://your-domain.com/webhook',
				whatsapp_business_api_data: {
					pin: '123456',
					show_security_notifications: true,
					notify_user_change_number: false,
				},
				search_visibility: 'VISIBLE',
				webhook_configuration: {
					override_callback_uri: 'https://your-domain.com/webhook/override',
					verify_token: 'YOUR_VERIFY_TOKEN',
				},
				new_display_name: 'My Business Name',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a username with other changes',
		parameters: {
			setting: 'number',
			numberUpdate: { username: 'mybusiness', newDisplayName: 'My Business Name' },
		},
		message: /'Username' cannot be set together with other fields/,
	},
	...['', null, 'enabled', { on: true }].map((callingEnabled) => ({
		name: `calls neither on nor off: ${JSON.stringify(callingEnabled)}`,
		parameters: { callingEnabled },
		message: /'Calls Enabled' is neither true nor false/,
	})),
	{
		name: 'the name of a country instead of its code',
		parameters: { calling: { callIconCountries: 'US, Brazil' } },
		message: /'Call Icon Countries' contains an invalid country code/,
	},
	{
		name: 'call hours without a time zone',
		parameters: { calling: { callHours: hours(['MONDAY', '09:00', '17:00']) } },
		message: /'Call Hours Time Zone' is empty/,
	},
	{
		name: 'a time zone that does not exist',
		parameters: refusedHours(hours(['MONDAY', '09:00', '17:00']), { timezone: 'Berlin' }),
		message: /'Call Hours Time Zone' is not a time zone/,
	},
	{
		name: 'a time zone without hours',
		parameters: { calling: { timezone: 'Europe/Berlin' } },
		message: /'Call Hours' is empty/,
	},
	{
		name: 'hours that end before they begin',
		parameters: refusedHours(hours(['MONDAY', '17:00', '09:00'])),
		message: /'Call Hours 1 → Closes' is not later than the start/,
	},
	{
		name: 'a time that does not exist',
		parameters: refusedHours(hours(['MONDAY', '09:00', '24:00'])),
		message: /'Call Hours 1 → Closes' has the wrong format/,
	},
	{
		name: 'hours that overlap',
		parameters: refusedHours(hours(['MONDAY', '09:00', '17:00'], ['MONDAY', '16:00', '18:00'])),
		message: /'Call Hours 2 → Opens' overlaps/,
	},
	{
		name: 'three times on one day',
		parameters: refusedHours(
			hours(
				['MONDAY', '01:00', '02:00'],
				['MONDAY', '03:00', '04:00'],
				['MONDAY', '05:00', '06:00'],
			),
		),
		message: /'Call Hours 3 → Day' has too many entries/,
	},
	{
		name: 'a holiday without a date',
		parameters: refusedHours(hours(['MONDAY', '09:00', '17:00']), {
			holidays: { holiday: [{ date: '' }] },
		}),
		message: /'Holidays 1 → Date' is empty/,
	},
	{
		name: '21 holidays',
		parameters: refusedHours(hours(['MONDAY', '09:00', '17:00']), {
			holidays: { holiday: Array.from({ length: 21 }, () => ({ date: '2027-01-01' })) },
		}),
		message: /'Holidays' has 21 entries/,
	},
	{
		name: 'a SIP address instead of a host name',
		parameters: { calling: { sipServer: { server: { hostname: 'sip:me@example.com' } } } },
		message: /'Host Name' has the wrong format/,
	},
	{
		name: 'a port that does not exist',
		parameters: {
			calling: { sipServer: { server: { hostname: 'sip.example.com', port: 70000 } } },
		},
		message: /'Port' is out of range/,
	},
	{
		name: 'voicemail without an announcement',
		parameters: { calling: { voicemail: { settings: { enabled: true } } } },
		message: /'Announcement ID' is empty/,
	},
	{
		name: 'encryption without a key',
		parameters: { setting: 'encryption' },
		message: /'Public Key' is empty/,
	},
	{
		name: 'a private key',
		parameters: {
			setting: 'encryption',
			clientEncryptionKey: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
		},
		message: /^'Public Key' is a private key$/,
	},
	{
		name: 'an invalid key',
		parameters: { setting: 'encryption', clientEncryptionKey: 'my key!' },
		message: /'Public Key' is not a public key/,
	},
	{
		name: 'a region that does not exist',
		parameters: { setting: 'storage', dataLocalizationRegion: 'FR' },
		message: /'Data Localization Region' has a value that does not exist/,
	},
	{
		name: 'nothing to change',
		parameters: { setting: 'number' },
		message: /'Update Fields' is empty/,
	},
	{
		name: 'a display name of one letter',
		parameters: { setting: 'number', numberUpdate: { newDisplayName: 'X' } },
		message: /'Display Name' is too short/,
	},
	{
		name: 'a display name that is too long',
		parameters: { setting: 'number', numberUpdate: { newDisplayName: 'x'.repeat(76) } },
		message: /'Display Name' has 76 characters/,
	},
	{
		name: 'a PIN of five digits, which the error does not quote',
		parameters: { setting: 'number', numberUpdate: { pin: '12345' } },
		message: /^'PIN' has the wrong format$/,
	},
];

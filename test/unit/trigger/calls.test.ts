import { splitPayload } from '../../../nodes/shared/events/splitPayload';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import { itemOf } from '../../../nodes/shared/items/toItem';
import { isoTimestamp, messagePayload, payload, phoneNumber, timestamp, userId } from './payloads';

const id = 'wacid.ABGGFjFVU2AfAgo6V-Hc5eCgK5Gh';
const business = '15550783881';
const contacts = [
	{
		profile: { name: 'Pablo Morales', username: 'pablomorales' },
		wa_id: phoneNumber,
		user_id: userId,
	},
];
const customer = {
	userId,
	customer: phoneNumber,
	username: 'pablomorales',
	profileName: 'Pablo Morales',
};
const none = {
	direction: null,
	status: null,
	answered: null,
	durationSeconds: null,
	startedAt: null,
	endedAt: null,
	sdpType: null,
	sdp: null,
	callbackData: null,
	buttonPayload: null,
	linkPayload: null,
	permission: null,
};
const byUser = {
	to: business,
	from: phoneNumber,
	from_user_id: userId,
	direction: 'USER_INITIATED',
};
const byBusiness = {
	to: phoneNumber,
	to_user_id: userId,
	from: business,
	direction: 'BUSINESS_INITIATED',
};
const fromCustomer = { ...customer, from: phoneNumber, recipient: null };
const toCustomer = { ...customer, from: null, recipient: phoneNumber };

function callsPayload(value: object): object {
	const metadata = { display_phone_number: business, phone_number_id: '106540352242922' };
	return payload({
		field: 'calls',
		value: { messaging_product: 'whatsapp', metadata, contacts, ...value },
	});
}

const aCall = (call: object, more: object = {}) =>
	callsPayload({ calls: [{ id, timestamp, ...call }], ...more });

const itemsOf = (given: object) => splitPayload(given as WebhookPayload).map(itemOf);

// Each event is an example of a page below
// https://developers.facebook.com/documentation/business-messaging/whatsapp/calling
describe('itemOf a call', () => {
	it.each<[string, object, object]>([
		[
			'that comes in',
			aCall({
				...byUser,
				event: 'connect',
				deeplink_payload: 'deeplink_payload',
				cta_payload: 'cta_payload',
				session: { sdp_type: 'offer', sdp: 'v=0\r\n' },
			}),
			{
				...fromCustomer,
				type: 'connect',
				errors: null,
				call: {
					...none,
					direction: 'USER_INITIATED',
					sdpType: 'offer',
					sdp: 'v=0\r\n',
					buttonPayload: 'cta_payload',
					linkPayload: 'deeplink_payload',
				},
			},
		],
		[
			'of the business that connects',
			aCall({
				...byBusiness,
				event: 'connect',
				biz_opaque_callback_data: 'TRx334DUDFTI4Mj',
				session: { sdp_type: 'answer', sdp: 'v=0\r\n' },
				connection: { webrtc: { sdp: 'v=0\r\n' } },
			}),
			{
				...toCustomer,
				type: 'connect',
				call: {
					...none,
					direction: 'BUSINESS_INITIATED',
					sdpType: 'answer',
					sdp: 'v=0\r\n',
					callbackData: 'TRx334DUDFTI4Mj',
				},
			},
		],
		[
			'of the business that rings',
			callsPayload({
				statuses: [
					{
						id,
						type: 'call',
						status: 'RINGING',
						timestamp,
						recipient_id: phoneNumber,
						recipient_user_id: userId,
						biz_opaque_callback_data: 'TRx334DUDFTI4Mj',
					},
				],
			}),
			{
				...toCustomer,
				type: 'RINGING',
				call: { ...none, status: 'RINGING', callbackData: 'TRx334DUDFTI4Mj' },
			},
		],
		[
			'that has ended',
			aCall({
				...byUser,
				event: 'terminate',
				status: 'Completed',
				start_time: '1671644824',
				end_time: 1671644944,
				duration: 120,
			}),
			{
				...fromCustomer,
				type: 'terminate',
				call: {
					...none,
					direction: 'USER_INITIATED',
					status: 'COMPLETED',
					answered: true,
					durationSeconds: 120,
					startedAt: '2022-12-21T17:47:04.000Z',
					endedAt: '2022-12-21T17:49:04.000Z',
				},
			},
		],
		[
			'that nobody answered, with its error beside it',
			aCall(
				{ ...byUser, event: 'terminate', status: 'FAILED' },
				{
					errors: [
						{
							code: 138007,
							message: 'Connect Timeout error',
							error_data: { details: 'Call was unable to connect due to a timeout' },
						},
					],
				},
			),
			{
				...fromCustomer,
				type: 'terminate',
				errors: [
					{
						code: 138007,
						title: null,
						message: 'Connect Timeout error',
						details: 'Call was unable to connect due to a timeout',
						href: null,
						what: 'Your side did not accept the call in time.',
						todo: 'Send the connection data (the SDP) of the call earlier in the workflow.',
						safeToSendAgain: null,
					},
				],
				call: { ...none, direction: 'USER_INITIATED', status: 'FAILED', answered: false },
			},
		],
		[
			'that was recorded',
			aCall({
				from: phoneNumber,
				from_user_id: userId,
				event: 'call_recording_available',
				call_recording: {
					type: 'audio',
					audio: {
						id: '1002764438271669',
						sha256: 'Y9vvGyeo3n76ptkXu3CwDBsnzbRFqpjHskQdMGSVqas=',
						mime_type: 'audio/ogg; codecs=opus',
						url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=133',
					},
				},
			}),
			{
				...fromCustomer,
				type: 'call_recording_available',
				call: none,
				media: {
					id: '1002764438271669',
					mimeType: 'audio/ogg; codecs=opus',
					sha256: 'Y9vvGyeo3n76ptkXu3CwDBsnzbRFqpjHskQdMGSVqas=',
					fileName: null,
					url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=133',
					voice: false,
					animated: false,
					error: null,
				},
			},
		],
		[
			'that was written down',
			aCall({
				from: phoneNumber,
				event: 'call_transcription_available',
				call_transcript: {
					document: { id: '1002764438271669', mime_type: 'application/json' },
				},
			}),
			{
				type: 'call_transcription_available',
				media: expect.objectContaining({
					id: '1002764438271669',
					mimeType: 'application/json',
				}),
			},
		],
		[
			'of an unknown form',
			aCall({ event: 'connect', session: 'v=0', duration: '20' }),
			{
				type: 'connect',
				call: none,
				media: null,
			},
		],
	])('%s', (_, given, expected) => {
		expect(itemsOf(given)).toMatchObject([
			{ event: 'calls', id, timestamp: isoTimestamp, ...expected },
		]);
	});

	it.each([
		[
			{
				response: 'accept',
				is_permanent: false,
				expiration_timestamp: '1768550400',
				response_source: 'user_action',
			},
			{
				response: 'accept',
				permanent: false,
				expiresAt: '2026-01-16T08:00:00.000Z',
				source: 'user_action',
			},
		],
		[
			{ response: 'accept', is_permanent: true, response_source: 'automatic' },
			{ response: 'accept', permanent: true, expiresAt: null, source: 'automatic' },
		],
		[
			{ response: 'reject' },
			{ response: 'reject', permanent: false, expiresAt: null, source: null },
		],
	])('permission: %j', (call_permission_reply, permission) => {
		const interactive = { type: 'call_permission_reply', call_permission_reply };
		expect(itemsOf(messagePayload({ type: 'interactive', interactive }))).toMatchObject([
			{
				event: 'message',
				type: 'call_permission_reply',
				text: call_permission_reply.response,
				reply: null,
				call: { ...none, permission },
			},
		]);
	});
});

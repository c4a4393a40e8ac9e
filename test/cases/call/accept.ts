import { business } from '../../../simulator/business';
import { sdp } from '../../support/callSession';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const [first, second] = business.calls;
const session = { sdp_type: 'answer', sdp };
const announcement = { purpose: 'quality assurance', language: 'en_US' };
const capture = {
	status: 'ENABLED',
	purpose: 'quality assurance',
	announcement_language: 'en_US',
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { callId: first.id, sdp },
		request: {
			method: 'POST',
			path: `/${number.id}/calls`,
			body: { messaging_product: 'whatsapp', call_id: first.id, action: 'accept', session },
		},
	},
	{
		name: 'fullest',
		parameters: {
			callId: second.id,
			sdp,
			options: {
				...otherNumber,
				callbackData: 'random_string',
				recording: { announcement },
				transcription: { announcement },
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/calls`,
			body: {
				messaging_product: 'whatsapp',
				call_id: second.id,
				action: 'accept',
				session,
				recording: capture,
				transcription: capture,
				biz_opaque_callback_data: 'random_string',
			},
		},
	},
	{
		name: 'a recording that was added and left empty',
		parameters: { callId: first.id, sdp, options: { recording: {} } },
		request: {
			method: 'POST',
			path: `/${number.id}/calls`,
			body: {
				messaging_product: 'whatsapp',
				call_id: first.id,
				action: 'accept',
				session,
				recording: {
					status: 'ENABLED',
					purpose: 'quality assurance',
					announcement_language: 'en_US',
				},
			},
		},
	},
	...['\n', '\r', '\r\n'].map((end) => ({
		name: `an answer whose lines end with ${JSON.stringify(end)}`,
		parameters: { callId: first.id, sdp: ['v=0', 's=-', 't=0 0'].join(end) },
		request: {
			method: 'POST' as const,
			path: `/${number.id}/calls`,
			body: {
				messaging_product: 'whatsapp',
				call_id: first.id,
				action: 'accept',
				session: { sdp_type: 'answer', sdp: 'v=0\r\ns=-\r\nt=0 0\r\n' },
			},
		},
	})),
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing call', parameters: { sdp }, message: /'Call ID' is empty/ },
	{
		name: 'an answer of something else',
		parameters: { callId: first.id, sdp: 'answer' },
		message: /'SDP Answer' is no session description/,
	},
	{
		name: 'callback data that is too long',
		parameters: { callId: first.id, sdp, options: { callbackData: 'x'.repeat(513) } },
		message: /'Callback Data' has 513 characters/,
	},
];

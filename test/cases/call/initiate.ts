import { business } from '../../../simulator/business';
import { sdp } from '../../support/callSession';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const to = '+16505551234';
const session = { sdp_type: 'offer', sdp };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, sdp },
		request: {
			method: 'POST',
			path: `/${number.id}/calls`,
			body: { messaging_product: 'whatsapp', to, action: 'connect', session },
		},
	},
	{
		name: 'fullest',
		parameters: {
			to: 'US.13491208655302741918',
			sdp,
			options: {
				...otherNumber,
				callbackData: '0fS5cePMok',
				recording: { announcement: { purpose: 'control de calidad', language: 'es' } },
				transcription: { announcement: { purpose: 'quality assurance', language: 'en_US' } },
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/calls`,
			body: {
				messaging_product: 'whatsapp',
				recipient: 'US.13491208655302741918',
				action: 'connect',
				session,
				recording: {
					status: 'ENABLED',
					purpose: 'control de calidad',
					announcement_language: 'es',
				},
				transcription: {
					status: 'ENABLED',
					purpose: 'quality assurance',
					announcement_language: 'en_US',
				},
				biz_opaque_callback_data: '0fS5cePMok',
			},
		},
	},
	{
		name: 'an offer with the line ends of a text field, and none at its end',
		parameters: { to, sdp: sdp.replaceAll('\r\n', '\n').trim() },
		request: {
			method: 'POST',
			path: `/${number.id}/calls`,
			body: { messaging_product: 'whatsapp', to, action: 'connect', session },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing person', parameters: { sdp }, message: /'To' is empty/ },
	{ name: 'a missing offer', parameters: { to }, message: /'SDP Offer' is empty/ },
	{
		name: 'an offer as JSON',
		parameters: { to, sdp: JSON.stringify({ type: 'offer', sdp }) },
		message: /'SDP Offer' is no session description/,
	},
	{
		name: 'callback data that is too long',
		parameters: { to, sdp, options: { callbackData: 'x'.repeat(513) } },
		message: /'Callback Data' has 513 characters/,
	},
	{
		name: 'a recording without a purpose',
		parameters: {
			to,
			sdp,
			options: { recording: { announcement: { purpose: '', language: 'en' } } },
		},
		message: /'Purpose' is empty/,
	},
	{
		name: 'a language that is none',
		parameters: {
			to,
			sdp,
			options: { transcription: { announcement: { purpose: 'quality', language: 'English' } } },
		},
		message: /'Language' is not a valid language code/,
	},
];

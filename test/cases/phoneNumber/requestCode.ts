import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{Phone-Number-ID}/request_code › sms_verification',
		parameters: {},
		request: {
			method: 'POST',
			path: `/${number.id}/request_code`,
			body: { code_method: 'SMS', language: 'en_US' },
		},
	},
	{
		name: 'fullest',
		example: 'POST /{Phone-Number-ID}/request_code › voice_verification',
		parameters: { codeMethod: 'VOICE', language: ' es_ES ', options: otherNumber },
		request: {
			method: 'POST',
			path: `/${other.id}/request_code`,
			body: { code_method: 'VOICE', language: 'es_ES' },
		},
	},
	{
		name: 'for a server in the On-Premises format',
		parameters: {
			options: {
				countryCode: ' +1 ',
				localNumber: '(555) 078-3881',
				certificate: ' Y2VydA== ',
			},
		},
		request: {
			method: 'POST',
			path: `/${number.id}/request_code`,
			body: {
				code_method: 'SMS',
				language: 'en_US',
				cc: '1',
				phone_number: '5550783881',
				cert: 'Y2VydA==',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing language', parameters: { language: '' }, message: /'Language' is empty/ },
	{
		name: 'the name of a language instead of its code',
		parameters: { language: 'English' },
		message: /'Language' has the wrong format/,
	},
	{
		name: 'a method that does not exist',
		parameters: { codeMethod: 'EMAIL' },
		message: /'Method' has a value that does not exist/,
	},
];

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const { code } = business.qrCode;
const path = `/${number.id}/message_qrdls/${code}`;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { code }, request: { method: 'DELETE', path } },
	{
		name: 'fullest',
		parameters: {
			code,
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: number.id } },
		},
		request: { method: 'DELETE', path },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing code', parameters: {}, message: /'Code' is empty/ },
	{
		name: 'a path instead of a code',
		parameters: { code: '../../me' },
		message: /'Code' has the wrong format/,
	},
];

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const code = business.verificationCode;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{Phone-Number-ID}/verify_code › verify_code',
		parameters: { code },
		request: { method: 'POST', path: `/${number.id}/verify_code`, body: { code } },
	},
	{
		name: 'fullest',
		parameters: { code: ` ${code.slice(0, 3)}-${code.slice(3)} `, options: otherNumber },
		request: { method: 'POST', path: `/${other.id}/verify_code`, body: { code } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing code', parameters: {}, message: /'Code' is empty/ },
	{
		name: 'a code that is too short, which the error does not quote',
		parameters: { code: '12345' },
		message: /^'Code' has the wrong format$/,
	},
];

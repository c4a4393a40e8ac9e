import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { pin: '123456' },
		request: { method: 'POST', path: `/${number.id}`, body: { pin: '123456' } },
	},
	{
		name: 'fullest',
		parameters: { pin: ' 012345 ', options: otherNumber },
		request: { method: 'POST', path: `/${other.id}`, body: { pin: '012345' } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing PIN', parameters: {}, message: /'PIN' is empty/ },
	{
		name: 'letters, which the error does not quote',
		parameters: { pin: 'abcdef' },
		message: /^'PIN' has the wrong format$/,
	},
];

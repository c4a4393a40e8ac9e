import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const [first, second] = business.calls;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { callId: first.id },
		request: {
			method: 'POST',
			path: `/${number.id}/calls`,
			body: { messaging_product: 'whatsapp', call_id: first.id, action: 'reject' },
		},
	},
	{
		name: 'fullest',
		parameters: { callId: ` ${second.id} `, options: otherNumber },
		request: {
			method: 'POST',
			path: `/${other.id}/calls`,
			body: { messaging_product: 'whatsapp', call_id: second.id, action: 'reject' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing call', parameters: {}, message: /'Call ID' is empty/ },
];

import { business } from '../../../simulator/business';
import { sdp } from '../../support/callSession';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const [first, second] = business.calls;
const session = { sdp_type: 'answer', sdp };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { callId: first.id, sdp },
		request: {
			method: 'POST',
			path: `/${number.id}/calls`,
			body: { messaging_product: 'whatsapp', call_id: first.id, action: 'pre_accept', session },
		},
	},
	{
		name: 'fullest',
		parameters: { callId: second.id, sdp, options: otherNumber },
		request: {
			method: 'POST',
			path: `/${other.id}/calls`,
			body: { messaging_product: 'whatsapp', call_id: second.id, action: 'pre_accept', session },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing call', parameters: { sdp }, message: /'Call ID' is empty/ },
	{
		name: 'a missing answer',
		parameters: { callId: first.id },
		message: /'SDP Answer' is empty/,
	},
];

import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const kapsoFlow = byId(kapsoIds.flow);
const call = platformCall('POST', `/whatsapp/flows/${kapsoIds.flow}/setup_encryption`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { kapsoFlow }, request: { ...call, body: {} } },
	{
		name: 'fullest',
		parameters: { kapsoFlow, options: { phoneNumber: byId(number.id) } },
		request: { ...call, body: { phone_number_id: number.id } },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedIds('kapsoFlow', 'Flow', '594425479261596'),
	{
		name: 'a phone number instead of its ID',
		parameters: { kapsoFlow, options: { phoneNumber: byId('+1 650 555 1234') } },
		message: /^'Phone Number' is not a phone number ID$/,
	},
];

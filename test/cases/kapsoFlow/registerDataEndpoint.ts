import { business } from '../../../simulator/business';
import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const kapsoFlow = byId(kapsoIds.flow);
const call = {
	method: 'POST',
	base: 'platform',
	path: `/whatsapp/flows/${kapsoIds.flow}/data_endpoint/register`,
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { kapsoFlow }, request: { ...call, body: {} } },
	{
		name: 'fullest',
		parameters: { kapsoFlow, options: { phoneNumber: byId(number.id) } },
		request: { ...call, body: { phone_number_id: number.id } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no Flow', parameters: {}, message: /^'Flow' is empty$/ },
	{
		name: "Meta's ID of a Flow",
		parameters: { kapsoFlow: byId('594425479261596') },
		message: /^'Flow' is not an ID of Kapso$/,
	},
	{
		name: 'a phone number instead of its ID',
		parameters: { kapsoFlow, options: { phoneNumber: byId('+1 650 555 1234') } },
		message: /^'Phone Number' is not a phone number ID$/,
	},
];

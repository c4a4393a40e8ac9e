import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { updateFields: { cartEnabled: false } },
		request: {
			method: 'POST',
			path: `/${number.id}/whatsapp_commerce_settings`,
			query: { is_cart_enabled: false },
		},
	},
	{
		name: 'fullest',
		parameters: {
			updateFields: { cartEnabled: true, catalogVisible: true },
			options: otherNumber,
		},
		request: {
			method: 'POST',
			path: `/${other.id}/whatsapp_commerce_settings`,
			query: { is_cart_enabled: true, is_catalog_visible: true },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'nothing to change', parameters: {}, message: /'Update Fields' is empty/ },
	{
		name: 'a number that is not an ID',
		parameters: {
			updateFields: { cartEnabled: true },
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } },
		},
		message: /'Phone Number' is not a phone number ID/,
	},
];

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const configurationName = business.paymentConfiguration;
const [referenceId] = business.paidOrders;
const path = (id: string) => `/${id}/payments/${configurationName}/${referenceId}`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { configurationName, referenceId },
		request: { method: 'GET', path: path(number.id) },
	},
	{
		name: 'fullest',
		parameters: {
			configurationName: ` ${configurationName} `,
			referenceId: ` ${referenceId} `,
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } },
		},
		request: { method: 'GET', path: path(other.id) },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing configuration',
		parameters: { referenceId },
		message: /'Payment Configuration' is empty/,
	},
	{
		name: 'a missing reference',
		parameters: { configurationName },
		message: /'Reference ID' is empty/,
	},
	{
		name: 'a reference that is too long',
		parameters: { configurationName, referenceId: 'x'.repeat(36) },
		message: /'Reference ID' has 36 characters/,
	},
	...['order/1', '50%', '..\\1', 'órden'].map((id) => ({
		name: `the reference ${id}, which no order has`,
		parameters: { configurationName, referenceId: id },
		message: /'Reference ID' has the wrong format/,
	})),
];

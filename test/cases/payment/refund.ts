import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const configurationName = business.paymentConfiguration;
const [referenceId, otherReference] = business.paidOrders;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { configurationName, referenceId, amount: 1 },
		request: {
			method: 'POST',
			path: `/${number.id}/payments_refund`,
			body: {
				reference_id: referenceId,
				payment_config_id: configurationName,
				amount: { currency: 'INR', value: '100', offset: '100' },
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			configurationName,
			referenceId: otherReference,
			amount: 12.34,
			options: {
				speed: 'instant',
				senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id },
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/payments_refund`,
			body: {
				reference_id: otherReference,
				speed: 'instant',
				payment_config_id: configurationName,
				amount: { currency: 'INR', value: '1234', offset: '100' },
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing configuration',
		parameters: { referenceId, amount: 1 },
		message: /'Payment Configuration' is empty/,
	},
	{
		name: 'a missing reference',
		parameters: { configurationName, amount: 1 },
		message: /'Reference ID' is empty/,
	},
	{
		name: 'no amount',
		parameters: { configurationName, referenceId },
		message: /'Amount' is out of range/,
	},
	{
		name: 'an amount with three decimals',
		parameters: { configurationName, referenceId, amount: 1.234 },
		message: /'Amount' has more than two decimals/,
	},
];

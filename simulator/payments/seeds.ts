import { business } from '../business';
import { seconds, type Payment, type PaymentConfiguration } from './payment';

const codes = { merchantCategoryCode: '0000', purposeCode: '00' };

/** The payment configurations a new simulator has. */
export function seededConfigurations(): PaymentConfiguration[] {
	const times = { createdAt: 1_720_203_204, updatedAt: 1_721_088_316 };
	return [
		{
			name: business.paymentConfiguration,
			provider: 'razorpay',
			providerMid: 'test-payment-gateway-mid',
			status: 'Active',
			...codes,
			...times,
		},
		{
			name: business.upiConfiguration,
			provider: 'upi_vpa',
			merchantVpa: 'test-upi-merchant-vpa@test',
			status: 'Active',
			...codes,
			...times,
		},
	];
}

/** 210 rupees each. */
export function seededPayments(): Payment[] {
	return business.paidOrders.map((reference) => ({
		reference,
		configuration: business.paymentConfiguration,
		value: 21_000,
		at: seconds(),
		refunds: [],
	}));
}

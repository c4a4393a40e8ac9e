/** How people in India pay an order. Codes are undefined until they are set. */
export interface PaymentConfiguration {
	name: string;
	provider: 'billdesk' | 'payu' | 'razorpay' | 'upi_vpa' | 'zaakpay';
	status: 'Active' | 'Needs_Connecting' | 'Needs_Testing';
	merchantCategoryCode?: string;
	purposeCode?: string;
	merchantVpa?: string;
	providerMid?: string;
	dataEndpointUrl?: string;
	/** Seconds since 1970. */
	createdAt: number;
	updatedAt: number;
}

/** Money in hundredths. */
export interface Refund {
	id: string;
	value: number;
	speed: 'instant' | 'normal';
	at: number;
}

/** The payment of an order, which was captured. */
export interface Payment {
	reference: string;
	configuration: string;
	/** In hundredths. */
	value: number;
	/** Seconds since 1970. */
	at: number;
	refunds: Refund[];
}

export const seconds = () => Math.floor(Date.now() / 1000);

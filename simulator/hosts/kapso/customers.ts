import { iso } from './messageJson';

/** A business that connects numbers of its own. */
export interface KapsoCustomer {
	id: string;
	name: string;
	externalCustomerId?: string;
	createdAt: number;
	updatedAt: number;
}

export function customerJson(customer: KapsoCustomer) {
	return {
		id: customer.id,
		name: customer.name,
		external_customer_id: customer.externalCustomerId ?? null,
		created_at: iso(customer.createdAt),
		updated_at: iso(customer.updatedAt),
	};
}

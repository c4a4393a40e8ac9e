import type { CustomerMessage } from '../../customers/message.js';
import { control } from './api.js';
import type { Store } from './store.js';
import { attempt } from './toast.js';

/** What the user does in one chat, as the customer. */
export class Actions {
	constructor(
		readonly store: Store,
		/** The business number and the group the customer writes to. */
		readonly target: { phoneNumberId: string; groupId?: string },
		/** Phone number or user ID. */
		private readonly customer: () => string,
	) {}

	/** Sends a message to the business. Returns false if the simulator rejected it. */
	write(message: CustomerMessage): Promise<boolean> {
		const customer = encodeURIComponent(this.customer());
		return attempt(() =>
			control('POST', `customers/${customer}/messages`, { ...this.target, ...message }),
		);
	}

	/** The customer. */
	get author(): { name: string; phone?: string } {
		const key = this.customer();
		const customer = this.store.customers.get(this.store.userIdOf(key));
		return { name: customer?.profileName ?? key, phone: customer?.waId };
	}
}

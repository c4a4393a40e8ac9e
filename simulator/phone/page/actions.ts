import type { CustomerMessage } from '../../customers/message.js';
import { control } from './api.js';
import type { Store } from './store.js';
import { attempt } from './toast.js';

/** What the person at the phone does in one chat, as the customer. */
export class Actions {
	constructor(
		readonly store: Store,
		/** Where the customer writes. */
		readonly place: { phoneNumberId: string; groupId?: string },
		/** Phone number or user ID. */
		private readonly customer: () => string,
	) {}

	/** Writes to the business. True when the simulator took it. */
	write(message: CustomerMessage): Promise<boolean> {
		const customer = encodeURIComponent(this.customer());
		return attempt(() =>
			control('POST', `customers/${customer}/messages`, { ...this.place, ...message }),
		);
	}

	/** Who writes. */
	get author(): { name: string; phone?: string } {
		const key = this.customer();
		const customer = this.store.customers.get(this.store.userIdOf(key));
		return { name: customer?.profileName ?? key, phone: customer?.waId };
	}
}

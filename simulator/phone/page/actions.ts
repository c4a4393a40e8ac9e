import type { CustomerMessage } from '../../customers/message.js';
import { control } from './api.js';
import type { Store } from './store.js';
import { attempt, toast } from './toast.js';

/** What the user does in one chat, nearly always as the customer. */
export class Actions {
	/** The action before. A phone sends one after another. */
	private last = Promise.resolve(true);

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
		return this.enqueue(() =>
			control('POST', `customers/${customer}/messages`, { ...this.target, ...message }),
		);
	}

	/** Sends several messages at once, e.g. an album. Returns false if the simulator rejected them. */
	writeAll(messages: CustomerMessage[]): Promise<boolean> {
		const customer = encodeURIComponent(this.customer());
		const all = messages.map((message) => ({ ...this.target, ...message }));
		return this.enqueue(() => control('POST', `customers/${customer}/messages`, { messages: all }));
	}

	/** Calls the business and hangs up when nobody has accepted after a few seconds. */
	async call(buttonPayload?: string): Promise<void> {
		const customer = encodeURIComponent(this.customer());
		const { phoneNumberId } = this.target;
		const seconds = 5;
		const rings = await this.enqueue(() =>
			control('POST', `customers/${customer}/calls`, {
				phoneNumberId,
				buttonPayload,
				hangUpAfterMs: seconds * 1000,
			}),
		);
		if (rings) toast(`It rings for ${seconds} seconds, then the customer hangs up.`);
	}

	/** Stops or resumes marketing messages in this chat. */
	chooseMarketing(value: 'stop' | 'resume'): Promise<boolean> {
		const customer = encodeURIComponent(this.customer());
		const { phoneNumberId } = this.target;
		return this.enqueue(() =>
			control('POST', `customers/${customer}/marketing`, { value, phoneNumberId }),
		);
	}

	/** Writes to the customer as the business, in the WhatsApp Business app. */
	replyInBusinessApp(text: string): Promise<boolean> {
		const customer = encodeURIComponent(this.customer());
		const { phoneNumberId } = this.target;
		return this.enqueue(() =>
			control('POST', `customers/${customer}/business-app`, { text, phoneNumberId }),
		);
	}

	private enqueue(action: () => Promise<unknown>): Promise<boolean> {
		this.last = this.last.then(() => attempt(action));
		return this.last;
	}

	/** The customer. */
	get author(): { name: string; phone?: string } {
		const key = this.customer();
		const customer = this.store.customers.get(this.store.userIdOf(key));
		return { name: customer?.profileName ?? key, phone: customer?.waId };
	}
}

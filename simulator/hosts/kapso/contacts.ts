import { randomUUID } from 'node:crypto';
import type { Customer } from '../../customers/customer';
import { iso } from './messageJson';

/** What Kapso knows of a person beside what WhatsApp does. */
export interface Contact {
	id: string;
	customer: Customer;
	displayName?: string;
	/** The customer of the project that they belong to. */
	customerId?: string;
	metadata: Record<string, unknown>;
	createdAt: number;
	updatedAt: number;
}

/** The people of a project, by user ID: those who were added, and those with a conversation. */
export class Contacts {
	private readonly byUserId = new Map<string, Contact>();

	/** Adds a person if they are not there. */
	add(customer: Customer): Contact {
		const known = this.byUserId.get(customer.userId);
		if (known) return known;
		const at = Date.now();
		const contact = { id: randomUUID(), customer, metadata: {}, createdAt: at, updatedAt: at };
		this.byUserId.set(customer.userId, contact);
		return contact;
	}

	remove({ customer }: Contact): void {
		this.byUserId.delete(customer.userId);
	}

	all(): Contact[] {
		return [...this.byUserId.values()];
	}

	/** By ID, phone number with or without plus, or user ID. */
	find(key: string): Contact | undefined {
		const digits = key.replace(/^\+/, '');
		return this.all().find(
			({ id, customer }) => id === key || customer.waId === digits || customer.userId === key,
		);
	}
}

export function contactJson({ customer, ...contact }: Contact) {
	return {
		id: contact.id,
		wa_id: customer.waId ?? null,
		business_scoped_user_id: customer.userId,
		...(customer.username && { username: customer.username }),
		profile_name: customer.profileName,
		display_name: contact.displayName ?? null,
		customer_id: contact.customerId ?? null,
		metadata: contact.metadata,
		created_at: iso(contact.createdAt),
		updated_at: iso(contact.updatedAt),
	};
}

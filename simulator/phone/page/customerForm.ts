import type { CustomerJson } from '../../customers/customer.js';
import { control } from './api.js';
import { field, form, openSheet, submitButton } from './sheet.js';
import { attempt } from './toast.js';

/** Asks for a new customer and adds them. */
export function openCustomerForm(onadded: (userId: string) => void): void {
	openSheet('New customer', (sheet) => [
		form(
			(values) => {
				const text = (name: string) => String(values.get(name) ?? '').trim() || undefined;
				void attempt(async () => {
					const { userId } = await control<CustomerJson>('POST', 'customers', {
						profileName: text('name'),
						waId: text('phone')?.replace(/\D/g, '') || undefined,
						username: text('username')?.replace(/^@/, ''),
					});
					sheet.close();
					onadded(userId);
				});
			},
			field('Name', { name: 'name', required: true }),
			field(
				'Phone number',
				{ name: 'phone', type: 'tel', placeholder: 'e.g. +49 1512 345678' },
				'With country code. If empty, the business sees only a user ID.',
			),
			field('Username', { name: 'username' }),
			submitButton('Add'),
		),
	]);
}

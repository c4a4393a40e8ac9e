import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { validate } from '../graph/validation';

const schema = z.looseObject({
	messaging_product: z.literal('whatsapp').optional(),
	blocking: z.enum(['wait', 'no_wait']).optional(),
	contacts: z.array(z.string()).min(1),
	force_check: z.boolean().optional(),
});

/** Checks which numbers have a WhatsApp account. */
export const checkContacts = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'contacts',
	handle: ({ simulator, body }) => {
		const { contacts } = validate(schema, body);
		return {
			messaging_product: 'whatsapp',
			contacts: contacts.map((input) => {
				const digits = input.replace(/\D/g, '');
				const valid =
					/^\d{5,15}$/.test(digits) && !simulator.settings.notOnWhatsApp.includes(digits);
				return valid ? { input, status: 'valid', wa_id: digits } : { input, status: 'invalid' };
			}),
		};
	},
});

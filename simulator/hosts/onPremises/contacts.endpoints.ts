import { z } from 'zod';
import { onPremisesEndpoint } from './endpoint';
import { validated } from './errors';

const schema = z.strictObject({
	blocking: z.enum(['wait', 'no_wait']).default('no_wait'),
	contacts: z.array(z.string()).min(1),
	force_check: z.boolean().optional(),
});

/** Without waiting, a number is known only the next time. */
export const checkContacts = onPremisesEndpoint({
	method: 'POST',
	path: '/contacts',
	access: 'user',
	handle: ({ simulator: { settings }, server, body }) => {
		const { blocking, contacts } = validated(schema, body);
		return {
			contacts: contacts.map((input) => {
				const digits = input.replace(/[\s().+-]/g, '');
				const isNumber = /^\d{5,15}$/.test(digits);
				const known = server.contacts.has(digits);
				const isValid = isNumber && !settings.notOnWhatsApp.includes(digits);
				if (isNumber) server.contacts.set(digits, isValid);
				if (isNumber && !known && blocking === 'no_wait') return { input, status: 'processing' };
				return isValid ? { input, status: 'valid', wa_id: digits } : { input, status: 'invalid' };
			}),
		};
	},
});

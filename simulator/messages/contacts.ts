import { z } from 'zod';
import { metaIssue } from '../graph/validation';

const name = z
	.strictObject({
		formatted_name: z.string().min(1),
		first_name: z.string().optional(),
		last_name: z.string().optional(),
		middle_name: z.string().optional(),
		suffix: z.string().optional(),
		prefix: z.string().optional(),
	})
	.refine(
		({ first_name, last_name, middle_name, suffix, prefix }) =>
			[first_name, last_name, middle_name, suffix, prefix].some((part) => part !== undefined),
		metaIssue(131009, 'Contact name needs at least one more part besides formatted_name'),
	);

const address = z.strictObject({
	street: z.string().optional(),
	city: z.string().optional(),
	state: z.string().optional(),
	zip: z.string().optional(),
	country: z.string().optional(),
	country_code: z.string().optional(),
	type: z.string().optional(),
});

const contact = z.strictObject({
	name,
	addresses: z.array(address).optional(),
	birthday: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.optional(),
	emails: z
		.array(z.strictObject({ email: z.string().optional(), type: z.string().optional() }))
		.optional(),
	org: z
		.strictObject({
			company: z.string().optional(),
			department: z.string().optional(),
			title: z.string().optional(),
		})
		.optional(),
	phones: z
		.array(
			z.strictObject({
				phone: z.string().optional(),
				type: z.string().optional(),
				wa_id: z.string().optional(),
			}),
		)
		.optional(),
	urls: z
		.array(z.strictObject({ url: z.string().optional(), type: z.string().optional() }))
		.optional(),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export const contacts = z.array(contact).min(1).max(257);

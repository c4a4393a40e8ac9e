import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { selectFields } from '../graph/fieldSelection';
import { validate } from '../graph/validation';

const contact = {
	email: z.email().max(128),
	landline_number: z
		.string()
		.regex(/^\+[1-9]\d{1,14}$/)
		.optional(),
	mobile_number: z
		.string()
		.regex(/^\+[1-9]\d{1,14}$/)
		.optional(),
};

const types = {
	LIMITED_LIABILITY_PARTNERSHIP: 'Limited Liability Partnership',
	OTHER: 'Other',
	PARTNERSHIP: 'Partnership',
	PRIVATE_COMPANY: 'Private Company',
	PUBLIC_COMPANY: 'Public Company',
	SOLE_PROPRIETORSHIP: 'Sole Proprietorship',
};

const schema = z
	.object({
		messaging_product: z.literal('whatsapp'),
		entity_name: z.string().min(2).max(128),
		entity_type: z.enum(Object.keys(types) as Array<keyof typeof types>),
		entity_type_custom: z.string().max(1024).optional(),
		is_registered: z.boolean().optional(),
		grievance_officer_details: z.object({ name: z.string().min(1).max(128), ...contact }),
		customer_care_details: z.object(contact),
	})
	.refine(
		({ entity_type, entity_type_custom }) => entity_type !== 'OTHER' || entity_type_custom,
		'Entity_type_custom is mandatory for OTHER entity type',
	)
	.refine(
		({ entity_type, entity_type_custom }) => entity_type === 'OTHER' || !entity_type_custom,
		'Entity type custom can only be used with OTHER entity type',
	)
	.refine(
		({ entity_type, is_registered }) =>
			['OTHER', 'PARTNERSHIP'].includes(entity_type) === (is_registered !== undefined),
		'is_registered required only when entity_type is set to Other or Partnership',
	);

const fields = [
	'messaging_product',
	'entity_name',
	'entity_type',
	'entity_type_custom',
	'is_registered',
	'grievance_officer_details',
	'customer_care_details',
];

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/business-compliance-information-api */
export const getComplianceInfo = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'business_compliance_info',
	handle: ({ node, query }) => {
		const none = Object.fromEntries(fields.map((name) => [name, undefined]));
		const info = selectFields(
			{ ...none, messaging_product: 'whatsapp', is_registered: false, ...node.compliance },
			query.get('fields'),
			fields,
			'BusinessComplianceInfoSanitized',
		);
		delete info.id;
		return { data: [info] };
	},
});

/** Replaces all of it. */
export const setComplianceInfo = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'business_compliance_info',
	handle: ({ node, body }) => {
		const info = validate(schema, body);
		node.compliance = { ...info, entity_type: types[info.entity_type] };
		return { success: true };
	},
});

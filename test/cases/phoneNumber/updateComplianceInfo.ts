import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const path = `/${number.id}/business_compliance_info`;

const required = {
	entityName: 'Lucky Shrub Private Limited',
	officerName: 'Chandravati P.',
	officerEmail: 'chandravati@luckyshrub.com',
	careEmail: 'support@luckyshrub.com',
};
const officer = { name: 'Chandravati P.', email: 'chandravati@luckyshrub.com' };
const care = { email: 'support@luckyshrub.com' };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: required,
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				entity_name: 'Lucky Shrub Private Limited',
				entity_type: 'PRIVATE_COMPANY',
				grievance_officer_details: officer,
				customer_care_details: care,
			},
		},
	},
	{
		name: 'fullest',
		example: 'POST /{Phone-Number-ID}/business_compliance_info › complete_update',
		parameters: {
			...required,
			entityType: 'PARTNERSHIP',
			registered: true,
			options: {
				officerMobile: '+91 385 455 9033',
				officerLandline: '+913857614343',
				careMobile: '+913854559033',
				careLandline: '+913857614343',
				...otherNumber,
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/business_compliance_info`,
			body: {
				messaging_product: 'whatsapp',
				entity_name: 'Lucky Shrub Private Limited',
				entity_type: 'PARTNERSHIP',
				is_registered: true,
				grievance_officer_details: {
					...officer,
					mobile_number: '+913854559033',
					landline_number: '+913857614343',
				},
				customer_care_details: {
					...care,
					mobile_number: '+913854559033',
					landline_number: '+913857614343',
				},
			},
		},
	},
	{
		name: 'another type of business',
		example: 'POST /{Phone-Number-ID}/business_compliance_info › custom_entity_update',
		parameters: {
			entityName: 'Innovative Tech Solutions',
			entityType: 'OTHER',
			customType: 'Limited Liability Partnership',
			registered: true,
			officerName: 'Rajesh Kumar',
			officerEmail: 'rajesh@innovativetech.com',
			careEmail: 'support@innovativetech.com',
			options: { officerMobile: '+918901234567', careMobile: '+918901234567' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				entity_name: 'Innovative Tech Solutions',
				entity_type: 'OTHER',
				entity_type_custom: 'Limited Liability Partnership',
				is_registered: true,
				grievance_officer_details: {
					name: 'Rajesh Kumar',
					email: 'rajesh@innovativetech.com',
					mobile_number: '+918901234567',
				},
				customer_care_details: {
					email: 'support@innovativetech.com',
					mobile_number: '+918901234567',
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no name',
		parameters: { ...required, entityName: '' },
		message: /'Legal Name' is empty/,
	},
	{
		name: 'a name of one letter',
		parameters: { ...required, entityName: 'X' },
		message: /'Legal Name' is too short/,
	},
	{
		name: 'a name that is too long',
		parameters: { ...required, entityName: 'x'.repeat(129) },
		message: /'Legal Name' has 129 characters/,
	},
	{
		name: 'another type without its name',
		parameters: { ...required, entityType: 'OTHER' },
		message: /'Custom Business Type' is empty/,
	},
	{
		name: 'no officer',
		parameters: { ...required, officerName: '' },
		message: /'Grievance Officer Name' is empty/,
	},
	{
		name: 'an email address without a domain',
		parameters: { ...required, officerEmail: 'chandravati' },
		message: /'Grievance Officer Email' is not an email address/,
	},
	{
		name: 'no customer care',
		parameters: { ...required, careEmail: '' },
		message: /'Customer Care Email' is empty/,
	},
	{
		name: 'a number without country code',
		parameters: { ...required, options: { careMobile: '0171 1234567' } },
		message: /'Customer Care Mobile' has no country code/,
	},
];

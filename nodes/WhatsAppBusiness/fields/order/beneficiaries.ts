import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';

const sixDigits = { regex: /^\s*\d{6}\s*$/, description: '6 digits' };

// In the usual order of an address.
const parts: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Asha Rao',
		description: `At most ${limits.beneficiaryName} characters`,
	},
	{
		displayName: 'Address Line 1',
		name: 'addressLine1',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 12 Lake Road',
		description: `Door, tower, street, at most ${limits.beneficiaryAddressLine} characters`,
	},
	{
		displayName: 'Address Line 2',
		name: 'addressLine2',
		type: 'string',
		default: '',
		placeholder: 'e.g. Near City Park',
		description: `Landmark or area, at most ${limits.beneficiaryAddressLine} characters`,
	},
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Mumbai',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Maharashtra',
	},
	{
		displayName: 'Postal Code',
		name: 'postalCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 400001',
		description: sixDigits.description,
	},
];

export const beneficiariesField: INodeProperties = {
	displayName: 'Beneficiaries',
	name: 'beneficiaries',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Beneficiary',
	default: {},
	description: 'Who receives physical goods that are shipped in India. Required by law.',
	options: [
		{
			displayName: 'Beneficiary',
			name: 'beneficiary',
			values: parts,
		},
	],
};

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 * @returns undefined if there are none.
 * @throws InputError when part of an address is missing or too long.
 */
export function readBeneficiaries(options: Parameters): RequestBody[] | undefined {
	const beneficiaries = options.list('beneficiaries', 'beneficiary', 'Beneficiary');
	const lineRule = { maxLength: limits.beneficiaryAddressLine };
	if (beneficiaries.length === 0) return undefined;
	return beneficiaries.map((beneficiary) => ({
		name: beneficiary.text('name', { maxLength: limits.beneficiaryName }),
		address_line1: beneficiary.text('addressLine1', lineRule),
		address_line2: beneficiary.optionalText('addressLine2', lineRule),
		city: beneficiary.text('city'),
		state: beneficiary.text('state'),
		// Meta accepts no other country.
		country: 'India',
		postal_code: beneficiary.text('postalCode', { pattern: sixDigits }).trim(),
	}));
}

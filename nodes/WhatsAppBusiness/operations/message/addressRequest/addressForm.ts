import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';

interface AddressField {
	/** Meta's name of the field. */
	key: string;
	name: string;
	displayName: string;
	placeholder: string;
	/** Codes of the countries whose form has this field. */
	countries: readonly string[];
	maxLength?: number;
}

const everywhere = ['IN', 'SG'];

/**
 * The fields of WhatsApp's address form.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages
 */
export const addressFields: readonly AddressField[] = [
	{
		key: 'address',
		name: 'address',
		displayName: 'Address',
		placeholder: 'e.g. Wing A, Cello Triumph, IB Patel Road',
		countries: everywhere,
	},
	{
		key: 'building_name',
		name: 'buildingName',
		displayName: 'Building Name',
		placeholder: 'e.g. Cello Triumph',
		countries: ['IN'],
	},
	{
		key: 'city',
		name: 'city',
		displayName: 'City',
		placeholder: 'e.g. Mumbai',
		countries: everywhere,
	},
	{
		key: 'floor_number',
		name: 'floorNumber',
		displayName: 'Floor Number',
		placeholder: 'e.g. 8',
		countries: ['IN'],
	},
	{
		key: 'house_number',
		name: 'houseNumber',
		displayName: 'House Number',
		placeholder: 'e.g. 12',
		countries: ['IN'],
	},
	{
		key: 'landmark_area',
		name: 'landmarkArea',
		displayName: 'Landmark Area',
		placeholder: 'e.g. Goregaon',
		countries: ['IN'],
	},
	{
		key: 'name',
		name: 'name',
		displayName: 'Name',
		placeholder: 'e.g. Pablo Morales',
		countries: everywhere,
	},
	{
		key: 'phone_number',
		name: 'phoneNumber',
		displayName: 'Phone Number',
		placeholder: 'e.g. +91 98765 43210',
		countries: everywhere,
	},
	{
		key: 'in_pin_code',
		name: 'pinCode',
		displayName: 'Pin Code',
		placeholder: 'e.g. 400063',
		countries: ['IN'],
		maxLength: limits.postCode,
	},
	{
		key: 'sg_post_code',
		name: 'postCode',
		displayName: 'Post Code',
		placeholder: 'e.g. 018956',
		countries: ['SG'],
		maxLength: limits.postCode,
	},
	{
		key: 'state',
		name: 'state',
		displayName: 'State',
		placeholder: 'e.g. Maharashtra',
		countries: ['IN'],
	},
	{
		key: 'tower_number',
		name: 'towerNumber',
		displayName: 'Tower Number',
		placeholder: 'e.g. 2',
		countries: ['IN'],
	},
	{
		key: 'unit_number',
		name: 'unitNumber',
		displayName: 'Unit Number',
		placeholder: 'e.g. 08-01',
		countries: ['SG'],
	},
];

/** A property for each field, shown if the form for the operation's `country` has it. */
export const addressProperties: INodeProperties[] = addressFields.map(
	({ name, displayName, placeholder, countries, maxLength }): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		displayOptions: { show: { '/country': [...countries] } },
		default: '',
		placeholder,
		description: maxLength === undefined ? undefined : `At most ${maxLength} characters`,
	}),
);

/**
 * Reads an address: the fields that are set and that the form for the country has, under Meta's names.
 * @returns undefined when no field is set.
 * @throws InputError when a text is too long or the phone number is invalid.
 */
export function readAddress(parameters: Parameters, country: string): RequestBody | undefined {
	const filled = addressFields
		.filter(({ countries }) => countries.includes(country))
		.map((field) => [field.key, readField(parameters, field)] as const)
		.filter(([, value]) => value !== undefined);
	return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function readField(
	parameters: Parameters,
	{ key, name, maxLength }: AddressField,
): string | undefined {
	const value = parameters.optionalText(name, { maxLength });
	if (key !== 'phone_number' || value === undefined) return value;
	return parameters.phoneNumber(value, (what) =>
		parameters.error(name, what, 'Enter the number with its country code, e.g. +91 98765 43210.'),
	);
}

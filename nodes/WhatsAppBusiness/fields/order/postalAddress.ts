import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

function part(
	displayName: string,
	name: string,
	placeholder: string,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, ...more };
}

/** The address of an importer, as in Meta's examples for India. Read with `readPostalAddress`. */
export const postalAddressFields: INodeProperties[] = [
	part('Address Line 1', 'addressLine1', 'e.g. B8/733 Nand Nagri', { required: true }),
	part('Address Line 2', 'addressLine2', 'e.g. Near the police station'),
	part('City', 'city', 'e.g. East Delhi'),
	part('State Code', 'stateCode', 'e.g. DL'),
	part('Postal Code', 'postalCode', 'e.g. 110093'),
	part('Country Code', 'countryCode', 'e.g. IN'),
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export function readPostalAddress(address: Parameters): RequestBody {
	return {
		address_line1: address.text('addressLine1'),
		address_line2: address.optionalText('addressLine2'),
		city: address.optionalText('city'),
		zone_code: address.optionalText('stateCode'),
		postal_code: address.optionalText('postalCode'),
		country_code: address.optionalText('countryCode'),
	};
}

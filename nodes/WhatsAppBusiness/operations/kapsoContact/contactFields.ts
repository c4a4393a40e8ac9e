import type { INodeProperties } from 'n8n-workflow';

import { kapsoCustomerField, readOptionalUuid } from '../../fields/kapsoIds';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** What Kapso keeps of a person. Read with `readContactFields`. */
export const contactFields: INodeProperties[] = [
	{ ...kapsoCustomerField, required: false },
	{
		displayName: 'Display Name',
		name: 'displayName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Pablo (Acme)',
		description: 'What your team calls the person',
	},
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'Whatever else you want to keep, such as { "tier": "gold" }',
	},
	{
		displayName: 'Profile Name',
		name: 'profileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Pablo Morales',
		description: 'Name of the person in WhatsApp',
	},
];

/** @throws InputError for an invalid value. */
export function readContactFields(given: Parameters): RequestBody {
	return {
		profile_name: given.optionalText('profileName')?.trim(),
		display_name: given.optionalText('displayName')?.trim(),
		customer_id: readOptionalUuid(given, kapsoCustomerField),
		metadata: given.optionalJsonObject('metadata'),
	};
}

/** The names of a person, which no error may contain. */
export function namesIn({ profile_name, display_name }: RequestBody): string[] {
	return [profile_name, display_name].filter((name) => typeof name === 'string');
}

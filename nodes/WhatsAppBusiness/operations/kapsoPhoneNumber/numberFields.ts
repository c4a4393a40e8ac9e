import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** What Kapso keeps of a number beside what Meta does. Read with `readNumberFields`. */
export const numberFields: INodeProperties[] = [
	{
		displayName: 'Calls Enabled',
		name: 'callsEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether Kapso takes calls to the number',
	},
	{
		displayName: 'Inbound Processing',
		name: 'inboundProcessing',
		type: 'boolean',
		default: true,
		description: 'Whether Kapso processes messages to the number',
	},
	{
		displayName: 'Name',
		name: 'numberName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Support',
		description: 'Name of the number in Kapso',
	},
];

/** @throws InputError for an invalid value. */
export function readNumberFields(given: Parameters): RequestBody {
	return {
		name: given.optionalText('numberName')?.trim(),
		inbound_processing_enabled: given.optionalBoolean('inboundProcessing'),
		calls_enabled: given.optionalBoolean('callsEnabled'),
	};
}

/** What a simplified number has. */
export const numberKeys = [
	'phone_number_id',
	'display_phone_number',
	'verified_name',
	'name',
	'status',
	'quality_rating',
	'business_account_id',
	'customer_id',
	'is_coexistence',
] as const;

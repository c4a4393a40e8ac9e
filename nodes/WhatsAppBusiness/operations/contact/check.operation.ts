import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { readPhoneNumbers } from '../../fields/recipients';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/**
 * The contacts endpoint of the former On-Premises API, which some numbers and gateways still support.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference/contacts
 */
export const operation: Operation = {
	displayName: 'Check',
	action: 'Check contacts',
	description:
		'Ask which phone numbers are on WhatsApp. Meta offers this for few numbers only. Most can message a number without checking it first.',
	fields: [
		{
			displayName: 'Phone Numbers',
			name: 'phoneNumbers',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 650 555 1234, +44 7700 900123',
			description: 'Numbers with country code, in any common format, separated by commas',
		},
		optionsField([
			{
				displayName: 'Blocking',
				name: 'blocking',
				type: 'options',
				options: [
					{ name: 'Wait', value: 'wait', description: 'Respond when every number is checked' },
					{
						name: 'No Wait',
						value: 'no_wait',
						description: 'Respond at once; unknown numbers have the status processing',
					},
				],
				default: 'wait',
				description: 'Whether the response waits for the check',
			},
			{
				displayName: 'Force Check',
				name: 'forceCheck',
				type: 'boolean',
				default: true,
				description: 'Whether to check again instead of using a cached result',
			},
			phoneNumberField,
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const body = {
			blocking: options.optionalChoice('blocking') ?? 'wait',
			contacts: readPhoneNumbers(parameters, 'phoneNumbers'),
			force_check: options.optionalBoolean('forceCheck'),
		};
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/contacts`,
			on: 'phoneNumber',
			body,
		};
	},
};

import type { Operation } from '../../operation';
import { callingCode } from '../../../shared/callingCode';
import { limits } from '../../../shared/limits';
import { optionsField } from '../../fields/options';
import type { Parameters } from '../../parameters/parameters';
import { readWaba, wabaField } from '../../fields/waba';
import { readDisplayName } from './displayName';
import { path } from '../../../graphApi/path';

const { min, max } = limits.displayName;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/registering-phone-numbers */
export const operation: Operation = {
	displayName: 'Add',
	action: 'Add a phone number to an account',
	description:
		'Add a number to a WhatsApp Business Account. Then verify it with Request Code and Verify Code, and register it with Register.',
	fields: [
		{
			displayName: 'New Number',
			name: 'newNumber',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 631 555 1000',
			description: 'With country code. It must not be in use with WhatsApp.',
		},
		{
			displayName: 'Display Name',
			name: 'displayName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Lucky Shrub',
			description: `The name people see, ${min} to ${max} characters. Meta reviews it.`,
		},
		optionsField([
			{
				displayName: 'Migrate Phone Number',
				name: 'migrate',
				type: 'boolean',
				default: true,
				description: 'Whether the number moves here from another WhatsApp Business Account',
			},
			{
				displayName: 'Preverified Number ID',
				name: 'preverifiedId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 106540352242922',
				description:
					'ID of a number that your business has verified beforehand, as a partner of Meta',
			},
			wabaField,
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/phone_numbers`,
			on: 'waba',
			body: {
				...readNewNumber(parameters),
				verified_name: readDisplayName(parameters, 'displayName'),
				migrate_phone_number: options.optionalBoolean('migrate'),
				preverified_id: options.optionalText('preverifiedId')?.trim(),
			},
		};
	},
};

function readNewNumber(parameters: Parameters) {
	const number = parameters.phoneNumber(parameters.text('newNumber'), (what, todo) =>
		parameters.error('newNumber', what, todo),
	);
	const cc = callingCode(number);
	if (cc === undefined) {
		throw parameters.error(
			'newNumber',
			'has no country code that exists',
			'Enter it with country code, e.g. +1 631 555 1000.',
		);
	}
	return { cc, phone_number: number.slice(1) };
}

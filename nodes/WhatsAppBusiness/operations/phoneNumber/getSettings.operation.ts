import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings */
export const operation: Operation = {
	displayName: 'Get Settings',
	action: 'Get the settings of a phone number',
	description: 'Get the settings for calls, encryption and storage of a number',
	fields: [
		optionsField([
			fieldChoice({
				calling: 'Calling',
				payload_encryption: 'Payload Encryption',
				storage_configuration: 'Storage',
				user_identity_change: 'Identity Change Check',
			}),
			{
				displayName: 'Include SIP Credentials',
				name: 'includeSipCredentials',
				type: 'boolean',
				default: false,
				description:
					'Whether to return the passwords of your SIP servers. They are then visible in the output and in the saved execution.',
			},
			phoneNumberField,
		]),
	],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/settings`,
		on: 'phoneNumber',
		query: {
			...fieldsQuery(parameters),
			include_sip_credentials:
				parameters.group('options').boolean('includeSipCredentials') || undefined,
		},
	}),
};

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { optionsField } from '../../fields/options';
import { callingFields, readCalling } from './settings/calling';
import { encryptionFields, readEncryption } from './settings/encryption';
import { identityFields, readIdentity } from './settings/identity';
import { numberFields, readNumber } from './settings/number';
import { readStorage, storageFields } from './settings/storage';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** The body for each setting. Meta accepts one setting per call. */
const settings: Record<string, (parameters: Parameters) => RequestBody> = {
	calling: (parameters) => ({ calling: readCalling(parameters) }),
	encryption: (parameters) => ({ payload_encryption: readEncryption(parameters) }),
	identity: (parameters) => ({ user_identity_change: readIdentity(parameters) }),
	storage: (parameters) => ({ storage_configuration: readStorage(parameters) }),
};

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#identity-change-check
 */
export const operation: Operation = {
	displayName: 'Update Settings',
	action: 'Update the settings of a phone number',
	description:
		'Change how a number handles calls, identity changes, encryption or storage, or its name and visibility',
	fields: [
		{
			displayName: 'Setting',
			name: 'setting',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Calling',
					value: 'calling',
					description: 'Calls, call hours, SIP and voicemail',
				},
				{
					name: 'Identity Change Check',
					value: 'identity',
					description: 'Hold back messages to people whose account may have changed hands',
				},
				{
					name: 'Name, Visibility and Security',
					value: 'number',
					description: 'Display name, visibility in search, notifications',
				},
				{
					name: 'Payload Encryption',
					value: 'encryption',
					description: 'Encrypt messages between you and Meta with your key',
				},
				{
					name: 'Storage',
					value: 'storage',
					description: 'Where messages are stored, or whether they are',
				},
			],
			default: 'calling',
			description: 'What to change. WhatsApp changes one of these at a time.',
		},
		...callingFields,
		...encryptionFields,
		...identityFields,
		...numberFields,
		...storageFields,
		optionsField([phoneNumberField]),
	],
	request(parameters, account) {
		const setting = parameters.choice('setting');
		const id = readPhoneNumberId(parameters, account);
		if (setting === 'number') {
			return { method: 'POST', ...readNumber(parameters, id), idempotent: true };
		}
		return {
			method: 'POST',
			path: path`/${id}/settings`,
			on: 'phoneNumber',
			body: settings[setting]?.(parameters),
			idempotent: true,
		};
	},
};

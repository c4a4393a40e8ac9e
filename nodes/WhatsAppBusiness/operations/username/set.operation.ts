import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { readUsername, usernameField } from '../../fields/username';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#adopt-or-change-a-business-username */
export const operation: Operation = {
	displayName: 'Set',
	action: 'Set the username of a number',
	description:
		"Adopt a username for a number, or change it. People see it once its status is 'approved'.",
	fields: [
		usernameField,
		optionsField([
			phoneNumberField,
			{
				displayName: 'Take From Other Number',
				name: 'transfer',
				type: 'boolean',
				default: true,
				description:
					'Whether to take the username away from another number of your business portfolio that has it. If not, Meta refuses it (147005).',
			},
		]),
	],
	request(parameters, account) {
		const transfer = parameters.group('options').optionalBoolean('transfer');
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/username`,
			on: 'phoneNumber',
			body: {
				username: readUsername(parameters),
				transfer_action: transfer === undefined ? undefined : transfer ? 'force_transfer' : 'none',
			},
			idempotent: true,
		};
	},
};

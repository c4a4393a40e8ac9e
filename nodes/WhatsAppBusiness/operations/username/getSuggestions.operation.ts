import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#get-reserved-usernames */
export const operation: Operation = {
	displayName: 'Get Suggestions',
	action: 'Get suggested usernames',
	description:
		'Get the usernames that WhatsApp has reserved for your business portfolio. They are more likely to be approved. Each becomes an item.',
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/username_suggestions`,
		on: 'phoneNumber',
	}),
	output({ data }) {
		const entries = (data ?? []) as Array<{ username_suggestions?: string[] }>;
		return entries
			.flatMap(({ username_suggestions }) => username_suggestions ?? [])
			.map((username) => ({ username }));
	},
};

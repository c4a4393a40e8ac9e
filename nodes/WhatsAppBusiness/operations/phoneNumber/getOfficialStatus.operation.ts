import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-official-business-account-status-api */
export const operation: Operation = {
	displayName: 'Get Official Status',
	action: 'Get the official business account status',
	description:
		'Get whether the number is an official business account, which has a blue checkmark, and how far a request for it is',
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/official_business_account`,
		on: 'phoneNumber',
	}),
};

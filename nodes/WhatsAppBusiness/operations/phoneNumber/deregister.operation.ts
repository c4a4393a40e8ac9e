import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration#deregister */
export const operation: Operation = {
	displayName: 'Deregister',
	action: 'Deregister a phone number',
	description:
		'Remove a number from the Cloud API. It cannot send or receive until you register it again.',
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readPhoneNumberId(parameters, account)}/deregister`,
		on: 'phoneNumber',
	}),
};

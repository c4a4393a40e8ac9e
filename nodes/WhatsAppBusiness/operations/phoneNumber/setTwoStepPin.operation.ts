import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { pinField, readPin } from './pin';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/two-step-verification */
export const operation: Operation = {
	displayName: 'Set Two-Step PIN',
	action: 'Set the two-step verification PIN',
	description: 'Set or change the PIN that is needed to register the number',
	fields: [pinField, optionsField([phoneNumberField])],
	request(parameters, account) {
		const pin = readPin(parameters);
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}`,
			on: 'phoneNumber',
			body: { pin },
			secrets: [pin],
			idempotent: true,
		};
	},
};

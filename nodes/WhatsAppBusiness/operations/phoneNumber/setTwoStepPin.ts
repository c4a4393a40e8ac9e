import type { Operation } from '../../operation';
import { optionsField } from '../../sharedFields/options';
import { pinField, readPin } from '../../sharedFields/pin';
import { phoneNumberField, readPhoneNumber } from '../../sharedFields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/two-step-verification */
export const operation: Operation = {
	displayName: 'Set Two-Step PIN',
	action: 'Set the two-step verification PIN',
	description: 'Set or change the PIN that registering the number takes',
	fields: [pinField, optionsField([phoneNumberField])],
	request(parameters, account) {
		const pin = readPin(parameters);
		return {
			method: 'POST',
			path: `/${readPhoneNumber(parameters, account)}`,
			body: { pin },
			secrets: [pin],
			repeatable: true,
		};
	},
};

import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import {
	codeField,
	prefilledMessageField,
	qrCodeEndpoint,
	readCode,
	readPrefilledMessage,
} from './qrCode';
import { phoneNumberField } from '../../fields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a QR code',
	description: 'Change the message of a QR code. Printed codes show the new message.',
	fields: [codeField, prefilledMessageField, optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'POST',
		...qrCodeEndpoint(parameters, account),
		body: {
			code: readCode(parameters),
			prefilled_message: readPrefilledMessage(parameters),
		},
		idempotent: true,
	}),
};

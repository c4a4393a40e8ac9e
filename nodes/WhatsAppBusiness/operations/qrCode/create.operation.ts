import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import {
	imageFormatField,
	prefilledMessageField,
	qrCodeEndpoint,
	readImageFormat,
	readPrefilledMessage,
} from './qrCode';
import { phoneNumberField } from '../../fields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a QR code',
	description:
		'Create a QR code and short link that open a chat with your number. A number can have 2,000 of them.',
	fields: [prefilledMessageField, imageFormatField, optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'POST',
		...qrCodeEndpoint(parameters, account),
		body: {
			prefilled_message: readPrefilledMessage(parameters),
			generate_qr_image: readImageFormat(parameters),
		},
	}),
};

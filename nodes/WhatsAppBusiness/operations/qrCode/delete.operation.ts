import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { codeField, qrCodeEndpoint, readCode } from './qrCode';
import { phoneNumberField } from '../../fields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a QR code',
	description: 'Delete a QR code and its short link for good. Printed codes stop working.',
	fields: [codeField, optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'DELETE',
		...qrCodeEndpoint(parameters, account, readCode(parameters)),
	}),
	output: () => ({ deleted: true }),
};

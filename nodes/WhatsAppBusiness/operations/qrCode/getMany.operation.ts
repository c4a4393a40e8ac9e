import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { imageFormatField, imageQuery, qrCodeEndpoint } from './qrCode';
import { phoneNumberField } from '../../fields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many QR codes',
	description: 'Get the QR codes of a number, newest first',
	fields: [...listFields, imageFormatField, optionsField([phoneNumberField])],
	list: true,
	request: (parameters, account) => ({
		method: 'GET',
		...qrCodeEndpoint(parameters, account),
		query: imageQuery(parameters),
	}),
};

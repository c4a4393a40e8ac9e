import type { Operation } from '../../operation';
import { listFields } from '../../sharedFields/list';
import { optionsField } from '../../sharedFields/options';
import { imageFormatField, imageQuery, qrCodePath } from '../../sharedFields/qrCode';
import { phoneNumberField } from '../../sharedFields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many QR codes',
	description: 'Get the QR codes of a number, the newest first',
	fields: [...listFields, imageFormatField, optionsField([phoneNumberField])],
	list: true,
	request: (parameters, account) => ({
		method: 'GET',
		path: qrCodePath(parameters, account),
		query: imageQuery(parameters),
	}),
};

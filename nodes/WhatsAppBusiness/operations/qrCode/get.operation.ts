import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { codeField, imageFormatField, imageQuery, qrCodeEndpoint, readCode } from './qrCode';
import { phoneNumberField } from '../../fields/sender';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a QR code',
	description: 'Get the message, the short link and the image of a QR code',
	fields: [codeField, imageFormatField, optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		...qrCodeEndpoint(parameters, account, readCode(parameters)),
		query: imageQuery(parameters),
	}),
	output(response, parameters) {
		const [found] = asObjects<IDataObject>(response.data);
		if (!found) {
			throw parameters.error(
				'code',
				'is not the code of any QR code of this number',
				'Look it up with Get Many. A deleted code cannot be restored.',
			);
		}
		return found;
	},
};

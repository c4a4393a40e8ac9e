import type { Operation } from '../../operation';
import { mediaIdField } from '../../fields/media';
import { mediaRequest, ownerField } from './mediaRequest';
import { optionsField } from '../../fields/options';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#get-media-url */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a media file',
	description:
		'Get the type, size and checksum of a media file, and a URL that works for 5 minutes with the access token',
	fields: [mediaIdField, optionsField([ownerField])],
	request: (parameters, account) => mediaRequest('GET', parameters, account),
};

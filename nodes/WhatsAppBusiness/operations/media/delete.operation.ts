import type { Operation } from '../../operation';
import { mediaIdField } from '../../fields/media';
import { mediaRequest, ownerField } from './mediaRequest';
import { optionsField } from '../../fields/options';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#delete-media */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a media file',
	description: 'Delete a media file before it expires',
	fields: [mediaIdField, optionsField([ownerField])],
	request: (parameters, account) => mediaRequest('DELETE', parameters, account),
	output: () => ({ deleted: true }),
};

import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { mediaIdField } from '../../fields/media';
import { phoneNumberIdFor, senderField } from '../../../shared/phoneNumberId';
import { path } from '../../../graphApi/path';

/** Makes WhatsApp check who owns the file first. */
export const ownerField: INodeProperties = {
	...senderField,
	displayName: 'Only for Number',
	name: 'ownerPhoneNumberId',
	description: 'Number that the file must belong to. Otherwise the operation fails.',
};

/**
 * The request for one media file.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#get-media-url
 * @throws InputError when the media ID is missing or invalid.
 */
export function mediaRequest(
	method: 'GET' | 'DELETE',
	parameters: Parameters,
	account: Account,
): OperationRequest {
	const id = parameters.text(mediaIdField.name).trim();
	if (!/^[\w.-]+$/.test(id)) {
		throw parameters.error(
			mediaIdField.name,
			'is not a media ID',
			'Enter the ID itself, such as 1037543291543636, not a URL or a file name.',
		);
	}
	const owner = parameters.group('options').optionalLocator(ownerField.name);
	const query = owner && {
		phone_number_id: phoneNumberIdFor(owner, account, ownerField.displayName, 'option'),
	};
	return { method, path: path`/${id}`, on: 'media', query: query || undefined };
}

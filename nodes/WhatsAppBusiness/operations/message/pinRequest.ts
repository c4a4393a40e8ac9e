import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { callbackDataField } from '../../fields/callbackData';
import { keepInputFieldsField } from '../../fields/keepInputFields';
import { simplifyField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { automaticSenderField } from '../../fields/sender';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { messageIdField, readMessageId } from '../../fields/messageId';
import { messageRequest } from './messageRequest';
import { groupRecipientField } from './recipient';

/** The fields of pinning and unpinning. */
export function pinFields(...fields: INodeProperties[]): INodeProperties[] {
	return [
		automaticSenderField,
		groupRecipientField,
		messageIdField,
		...fields,
		simplifyField,
		optionsField([callbackDataField, keepInputFieldsField]),
	];
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging#pin-and-unpin-group-message */
export function pinRequest(
	parameters: Parameters,
	account: Account,
	type: 'pin' | 'unpin',
	expirationDays?: number,
): OperationRequest {
	return messageRequest(parameters, account, 'pin', {
		type,
		message_id: readMessageId(parameters),
		expiration_days: expirationDays,
	});
}

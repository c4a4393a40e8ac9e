import type { Operation } from '../../operation';
import { pinFields, pinRequest } from './pinRequest';
import { sentMessage } from './sentMessage';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging#pin-and-unpin-group-message */
export const operation: Operation = {
	displayName: 'Unpin',
	action: 'Unpin a message in a group',
	description: 'Take a pinned message off the top of a group',
	fields: pinFields(),
	request: (parameters, account) => pinRequest(parameters, account, 'unpin'),
	output: sentMessage,
};

import type { Operation } from '../../operation';
import { blockedUsersFields, blockedUsersOutput, blockedUsersRequest } from './blockRequest';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
export const operation: Operation = {
	displayName: 'Unblock',
	action: 'Unblock users',
	description: 'Unblock people. Each person becomes an item that says whether it worked.',
	fields: blockedUsersFields,
	request: (parameters, account) => blockedUsersRequest(parameters, account, 'DELETE'),
	output: (response, parameters) => blockedUsersOutput(response, parameters, 'removed_users'),
};

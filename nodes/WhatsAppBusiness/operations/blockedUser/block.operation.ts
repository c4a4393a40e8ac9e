import type { Operation } from '../../operation';
import { blockedUsersFields, blockedUsersOutput, blockedUsersRequest } from './blockRequest';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
export const operation: Operation = {
	displayName: 'Block',
	action: 'Block users',
	description:
		'Block people who wrote to you in the last 24 hours: they cannot write to you or see that you are online, and you cannot write to them. Each person becomes an item.',
	fields: blockedUsersFields,
	request: (parameters, account) => blockedUsersRequest(parameters, account, 'POST'),
	output: (response, parameters) => blockedUsersOutput(response, parameters, 'added_users'),
};

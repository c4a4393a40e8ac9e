import type { Operation } from '../../operation';
import { blockedUsersFields, blockedUsersOutput, blockedUsersRequest } from './blockRequest';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
export const operation: Operation = {
	displayName: 'Block',
	action: 'Block users',
	description:
		'Block people: they cannot write to you or see that you are online, and you cannot write to them. Only people who wrote to you in the last 24 hours can be blocked. Each person becomes an item that says whether it worked.',
	fields: blockedUsersFields,
	request: (parameters, account) => blockedUsersRequest(parameters, account, 'POST'),
	output: (response, parameters) => blockedUsersOutput(response, parameters, 'added_users'),
};

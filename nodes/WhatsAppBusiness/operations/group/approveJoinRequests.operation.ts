import type { Operation } from '../../operation';
import { joinRequestDecision } from './joinRequests';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#approve-join-requests */
export const operation: Operation = {
	displayName: 'Approve Join Requests',
	action: 'Approve join requests of a group',
	description:
		'Let people join a group they asked to join. Each request becomes an item with its result.',
	...joinRequestDecision('POST', 'approved'),
};

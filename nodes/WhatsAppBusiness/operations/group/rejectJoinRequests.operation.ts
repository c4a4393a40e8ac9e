import type { Operation } from '../../operation';
import { joinRequestDecision } from './joinRequests';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#reject-join-requests */
export const operation: Operation = {
	displayName: 'Reject Join Requests',
	action: 'Reject join requests of a group',
	description:
		'Reject people who asked to join a group; they may ask again. Each request becomes an item with its result.',
	...joinRequestDecision('DELETE', 'rejected'),
};

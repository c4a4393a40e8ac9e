import type { Operation } from '../../operation';
import {
	groupField,
	joinRequestIdsField,
	joinRequestResults,
	readGroup,
	readJoinRequests,
} from '../../sharedFields/group';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#reject-join-requests */
export const operation: Operation = {
	displayName: 'Reject Join Requests',
	action: 'Reject join requests of a group',
	description:
		'Turn away people who asked to join a group; they may ask again. Each request becomes an item that says whether it was rejected or why not.',
	fields: [groupField, joinRequestIdsField],
	request: (parameters) => ({
		method: 'DELETE',
		path: `${readGroup(parameters)}/join_requests`,
		body: readJoinRequests(parameters),
	}),
	output: (response, parameters) => joinRequestResults(response, parameters, 'rejected'),
};

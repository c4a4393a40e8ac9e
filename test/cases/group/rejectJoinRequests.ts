import { business } from '../../../simulator/business';
import { chosenGroup, groupPath, rejectedGroups } from '../../support/group';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `${groupPath}/join_requests`;
const [first, second] = business.group.joinRequests;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { group: chosenGroup, joinRequestIds: first.id },
		request: {
			method: 'DELETE',
			path,
			body: { messaging_product: 'whatsapp', join_requests: [first.id] },
		},
	},
	{
		name: 'fullest',
		parameters: { group: chosenGroup, joinRequestIds: `${first.id}, ${second.id},\n` },
		request: {
			method: 'DELETE',
			path,
			body: { messaging_product: 'whatsapp', join_requests: [first.id, second.id] },
		},
	},
	{
		name: 'IDs as a list from an expression',
		parameters: { group: chosenGroup, joinRequestIds: [first.id, second.id] },
		request: {
			method: 'DELETE',
			path,
			body: { messaging_product: 'whatsapp', join_requests: [first.id, second.id] },
		},
	},
];

export const rejected: RejectedCase[] = [
	...rejectedGroups({ joinRequestIds: first.id }),
	{
		name: 'no ID',
		parameters: { group: chosenGroup, joinRequestIds: ' , ' },
		message: /'Join Request IDs' is empty/,
	},
];

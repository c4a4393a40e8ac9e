import { business } from '../../simulator/business';
import { chosenGroup, groupPath, rejectedGroups } from './group';
import type { RejectedCase, RequestCase } from '../cases/requestCase';

const path = `${groupPath}/join_requests`;
const [first, second] = business.group.joinRequests;

/** Cases of an operation that approves or rejects join requests. */
export const joinRequestCases = (method: 'POST' | 'DELETE'): RequestCase[] => [
	{
		name: 'smallest',
		parameters: { group: chosenGroup, joinRequestIds: first.id },
		request: {
			method,
			path,
			body: { messaging_product: 'whatsapp', join_requests: [first.id] },
		},
	},
	{
		name: 'fullest',
		parameters: { group: chosenGroup, joinRequestIds: `${first.id}, ${second.id},\n` },
		request: {
			method,
			path,
			body: { messaging_product: 'whatsapp', join_requests: [first.id, second.id] },
		},
	},
	{
		name: 'IDs as a list from an expression',
		parameters: { group: chosenGroup, joinRequestIds: [first.id, second.id] },
		request: {
			method,
			path,
			body: { messaging_product: 'whatsapp', join_requests: [first.id, second.id] },
		},
	},
];

/** Inputs that both reject. */
export const rejectedJoinRequests: RejectedCase[] = [
	...rejectedGroups({ joinRequestIds: first.id }),
	{
		name: 'a missing ID',
		parameters: { group: chosenGroup, joinRequestIds: ' , ' },
		message: /'Join Request IDs' is empty/,
	},
];

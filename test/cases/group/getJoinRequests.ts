import { chosenGroup, groupPath, rejectedGroups } from '../../support/group';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `${groupPath}/join_requests`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { group: chosenGroup },
		request: { method: 'GET', path, query: { limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: { group: chosenGroup, returnAll: true },
		request: { method: 'GET', path, query: { limit: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedGroups(),
	{
		name: 'a limit of 0.5',
		parameters: { group: chosenGroup, limit: 1.5 },
		message: /'Limit' is out of range/,
	},
];

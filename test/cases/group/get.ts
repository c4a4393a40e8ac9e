import { chosenGroup, groupPath, rejectedGroups } from '../../support/group';
import type { RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { group: chosenGroup },
		request: {
			method: 'GET',
			path: groupPath,
			query: {
				fields:
					'creation_timestamp,description,join_approval_mode,participants,subject,suspended,total_participant_count',
			},
		},
	},
	{
		name: 'fullest',
		parameters: { group: chosenGroup, options: { fields: ['subject', 'participants'] } },
		request: { method: 'GET', path: groupPath, query: { fields: 'subject,participants' } },
	},
];

export const rejected = rejectedGroups();

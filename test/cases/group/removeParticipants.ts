import { business } from '../../../simulator/business';
import { chosenGroup, groupPath, rejectedGroups } from '../../support/group';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `${groupPath}/participants`;
const [pablo, ada] = business.customers;
const nine = Array.from({ length: 9 }, (_, index) => `+1650555123${index}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { group: chosenGroup, participants: '+1 650 555 1234' },
		request: {
			method: 'DELETE',
			path,
			body: { messaging_product: 'whatsapp', participants: [{ user: '+16505551234' }] },
		},
	},
	{
		name: 'fullest',
		parameters: { group: chosenGroup, participants: `+${pablo.waId}, ${ada.userId}` },
		request: {
			method: 'DELETE',
			path,
			body: {
				messaging_product: 'whatsapp',
				participants: [{ user: '+16505551234' }, { user_id: ada.userId }],
			},
		},
	},
	{
		name: 'as many as go in one call, as a list from an expression',
		parameters: { group: chosenGroup, participants: nine.slice(0, 8) },
		request: {
			method: 'DELETE',
			path,
			body: {
				messaging_product: 'whatsapp',
				participants: nine.slice(0, 8).map((user) => ({ user })),
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	...rejectedGroups({ participants: '+16505551234' }),
	{
		name: 'an empty list of people',
		parameters: { group: chosenGroup, participants: '' },
		message: /'Participants' is empty/,
	},
	{
		name: 'too many people',
		parameters: { group: chosenGroup, participants: nine.join() },
		message: /'Participants' has 9 entries/,
	},
	{
		name: 'a number without country code',
		parameters: { group: chosenGroup, participants: '+16505551234, 0171 1234567' },
		message: /'Participants' \(entry 2\) has no country code/,
	},
	{
		name: 'the same person twice',
		parameters: { group: chosenGroup, participants: '+16505551234, +1 650 555 1234' },
		message: /'Participants' contains a person twice/,
	},
];
